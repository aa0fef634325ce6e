// Scores pages on Lighthouse's mobile profile, one JSON line each: node run.mjs <path of Chromium> <address>...
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const [chromePath, ...addresses] = process.argv.slice(2);
const chrome = await launch({
  chromePath,
  ignoreDefaultFlags: true,
  chromeFlags: [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--mute-audio",
  ],
});
try {
  for (const address of addresses) {
    const { lhr } = await lighthouse(address, { port: chrome.port, output: "json", logLevel: "error" });
    const scores = Object.fromEntries(Object.values(lhr.categories).map((category) => [category.id, Math.round(category.score * 100)]));
    const counted = Object.values(lhr.categories).flatMap((category) => category.auditRefs.filter((audit) => audit.weight > 0).map((audit) => audit.id));
    const faults = [...new Set(counted)].filter((id) => lhr.audits[id].score !== null && lhr.audits[id].score < 0.9);
    console.log(JSON.stringify({ address, scores, faults: faults.map((id) => `${id}: ${lhr.audits[id].displayValue ?? lhr.audits[id].title}`) }));
  }
} finally {
  chrome.kill();
}
