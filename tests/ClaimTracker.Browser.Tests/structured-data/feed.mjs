// Reads the feed of all reviews with two processors of JSON-LD that know nothing of one another: node feed.mjs <address>. One JSON line: what they disagree on, and the pages the reviews are of.
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import jsonld from "jsonld";
import { JsonLdParser } from "jsonld-streaming-parser";

const context = JSON.parse(readFileSync(new URL("context.json", import.meta.url), "utf8"));
const known = (url) => {
  if (!/^https?:\/\/schema\.org\/?$/.test(url)) {
    throw new Error(`Nothing is read from the network: ${url}`);
  }

  return context;
};

const text = await (await fetch(process.argv[2])).text();
const whole = await jsonld.toRDF(JSON.parse(text), { safe: true, documentLoader: async (url) => ({ contextUrl: null, documentUrl: url, document: known(url) }) });
const streamed = [];
for await (const quad of Readable.from([text]).pipe(new JsonLdParser({ documentLoader: { load: async (url) => known(url) } }))) {
  streamed.push(quad);
}

// Nodes without a name are named by each as it likes.
const said = (quads) => quads.map((q) => `${q.predicate.value} ${q.object.termType === "BlankNode" ? "_" : `${q.object.value} ${q.object.language ?? ""} ${q.object.datatype?.value ?? ""}`}`).sort();
const [one, other] = [said(whole), said(streamed)];
const differences = one.length === other.length ? one.filter((line, i) => line !== other[i]) : [`${one.length} and ${other.length} statements`];
const schema = (name) => `https://schema.org/${name}`;
const reviews = new Set(streamed.filter((q) => q.object.value === schema("ClaimReview")).map((q) => q.subject.value));
const pages = streamed.filter((q) => reviews.has(q.subject.value) && q.predicate.value === schema("url")).map((q) => q.object.value);
console.log(JSON.stringify({ differences: differences.slice(0, 20), pages }));
