// Reads pages as machines do, one JSON line each with what is wrong: node check.mjs <address>..., or addresses one a line on the input.
// JSON-LD is expanded in safe mode over the terms in context.json, so that a property or type not named there is a fault.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import jsonld from "jsonld";

const require = createRequire(import.meta.url);
const { structuredDataTest } = require("structured-data-testing-tool");
const { ClaimReview } = require("structured-data-testing-tool/presets/google/schemas/ClaimReview");

const context = JSON.parse(readFileSync(new URL("context.json", import.meta.url), "utf8"));
const documentLoader = async (url) => {
  if (url !== "https://schema.org") {
    throw new Error(`Nothing is read from the network: ${url}`);
  }

  return { contextUrl: null, documentUrl: url, document: context };
};

// Beyond what the tool asks of a ClaimReview by itself.
const tests = [
  "claimReviewed", "url", "inLanguage", "datePublished", "author.name", "author.url", "itemReviewed.author", "reviewRating.alternateName", "reviewRating.ratingExplanation",
].map((path) => ({ test: `ClaimReview[0].${path}`, type: "jsonld", schema: "ClaimReview" }));

const addresses = process.argv.length > 2 ? process.argv.slice(2) : readFileSync(0, "utf8").split("\n").filter(Boolean);
for (const asked of addresses) {
  console.log(JSON.stringify(await read(asked)));
}

async function read(asked) {
  const response = await fetch(asked);
  const address = response.url;
  const html = await response.text();
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map((match) => match[1]);
  if (response.status !== 200 || blocks.length !== 1) {
    return { address, faults: response.status === 200 && blocks.length === 0 ? [] : [`${response.status}, ${blocks.length} data blocks`], hasReview: false };
  }

  const faults = [];
  const [review] = await jsonld.expand(JSON.parse(blocks[0]), { documentLoader, safe: true }).catch((error) => {
    faults.push(`expand: ${error.message} ${JSON.stringify(error.details?.event ?? "")}`);
    return [undefined];
  });
  if (review) {
    faults.push(...faultsOf(review, address));
  }

  const result = await structuredDataTest(html, { presets: [ClaimReview], tests: tests.map((test) => ({ ...test })) }).catch((error) => {
    if (!error.res) {
      throw error;
    }

    return error.res;
  });
  faults.push(...[...result.failed, ...result.warnings].map((test) => `tester: ${test.test} ${test.error?.message ?? ""}`));
  return { address, faults, hasReview: true, passed: result.passed.length };
}

// What the expanded graph has to say, whatever the names were written as.
function faultsOf(review, address) {
  const term = (node, name) => node?.[`https://schema.org/${name}`]?.[0];
  const rating = term(review, "reviewRating");
  const value = (name) => term(rating, name)?.["@value"];
  const numbers = ["worstRating", "ratingValue", "bestRating"].map(value);
  const checks = {
    "is a ClaimReview": review["@type"]?.includes("https://schema.org/ClaimReview"),
    "leads to its own page": term(review, "url")?.["@id"] === address,
    "is short": [...(term(review, "claimReviewed")?.["@value"] ?? " ".repeat(99))].length <= 75,
    "has no rating in the claim": !term(review, "claimReviewed")?.["@value"]?.startsWith(`${value("alternateName")}:`),
    "has all numbers or none": numbers.every((n) => n === undefined) || (numbers.every(Number.isInteger) && 1 <= numbers[0] && numbers[0] <= numbers[1] && numbers[1] <= numbers[2] && numbers[0] < numbers[2]),
    "names who made the claim": term(term(term(review, "itemReviewed"), "author"), "name")?.["@value"],
    "is by somebody else": term(term(term(review, "itemReviewed"), "author"), "name")?.["@value"] !== term(term(review, "author"), "name")?.["@value"],
  };
  return Object.entries(checks).filter(([, holds]) => !holds).map(([check]) => `graph: not so: ${check}`);
}
