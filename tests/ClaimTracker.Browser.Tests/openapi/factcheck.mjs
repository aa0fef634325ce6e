// Asks a site of ours through Google's own client: node factcheck.mjs ROOT QUERY
import { factchecktools } from '@googleapis/factchecktools';

const [root, query] = process.argv.slice(2);
const client = factchecktools({ version: 'v1alpha1', rootUrl: root + '/', auth: 'no-key-of-theirs' });

const found = await client.claims.search({ query, languageCode: 'ar-EG', pageSize: 1 });
const rest = await client.claims.search({ query, languageCode: 'ar-EG', pageSize: 1, offset: 1 });
const none = await client.claims.search({ reviewPublisherSiteFilter: 'somebody.example.org' });
const refused = await client.claims.search({}).catch(e => e);

console.log(JSON.stringify({
  status: found.status,
  claims: found.data.claims ?? [],
  rest: rest.data.claims ?? [],
  none: none.data.claims ?? [],
  refusedWith: refused.status ?? refused.response?.status,
  refusedBecause: refused.message,
}));
