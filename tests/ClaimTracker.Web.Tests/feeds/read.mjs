// Reads feeds as others' programs do: node read.mjs, with [{ "type": "atom" or "json", "text": … }] on the input; for each what every reader made of it, as one JSON line.
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import { extractFromJson } from "@extractus/feed-extractor";
import FeedParser from "feedparser";
import { parseAtomFeed, parseJsonFeed } from "feedsmith";

const moment = (value) => new Date(value).toISOString();

function feedparser(text) {
  return new Promise((resolve, reject) => {
    const parser = new FeedParser({ addmeta: false });
    const entries = [];
    parser.on("error", reject);
    parser.on("data", (e) => entries.push({ id: e.guid, title: e.title, link: e.link, at: moment(e.pubdate), html: e.description }));
    parser.on("end", () => resolve({ reader: "feedparser", title: parser.meta.title, language: parser.meta.language, link: parser.meta.link, self: parser.meta.xmlurl, entries }));
    Readable.from([text]).pipe(parser);
  });
}

function feedsmithAtom(text) {
  const feed = parseAtomFeed(text);
  const link = (links, rel) => links.find((l) => l.rel === rel)?.href;
  return {
    reader: "feedsmith", title: feed.title?.value, language: feed.xml?.lang, link: link(feed.links, "alternate"), self: link(feed.links, "self"),
    entries: (feed.entries ?? []).map((e) => ({ id: e.id, title: e.title?.value, link: link(e.links, "alternate"), at: moment(e.published), html: e.content?.value })),
  };
}

function feedsmithJson(text) {
  const feed = parseJsonFeed(text);
  return {
    reader: "feedsmith", title: feed.title, language: feed.language, link: feed.home_page_url, self: feed.feed_url,
    entries: (feed.items ?? []).map((e) => ({ id: e.id, title: e.title, link: e.url, at: moment(e.date_published), html: e.content_html })),
  };
}

function feedExtractor(text) {
  const json = JSON.parse(text);
  const feed = extractFromJson(json, { useISODateFormat: true, normalization: true, getExtraFeedFields: (f) => ({ self: f.feed_url }), getExtraEntryFields: (e) => ({ html: e.content_html }) });
  return {
    reader: "feed-extractor", title: feed.title, language: feed.language, link: feed.link, self: feed.self,
    entries: feed.entries.map((e) => ({ id: e.id, title: e.title, link: e.link, at: moment(e.published), html: e.html })),
  };
}

for (const { type, text } of JSON.parse(readFileSync(0, "utf8"))) {
  console.log(JSON.stringify(type === "atom" ? [await feedparser(text), feedsmithAtom(text)] : [feedsmithJson(text), feedExtractor(text)]));
}
