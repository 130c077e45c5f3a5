/**
 * Response headers that identify a platform or CDN, from their documentation and their responses: `provider name`, or `provider name
 * pattern` where only some values of the header identify it. Platforms come before the CDNs in front of them. Headers of origins (storage
 * request ids and the like) are left out, because the browser reaches the edge and not the origin.
 */
const EDGE_HEADERS = `
shopify x-shopid
shopify powered-by ^Shopify$
wix x-wix-request-id
squarespace server ^Squarespace$
automattic x-ac ^\\d\\.
pantheon x-pantheon-styx-hostname
kinsta x-kinsta-cache
wpengine wpe-backend
vercel x-vercel-id
vercel server ^Vercel$
netlify x-nf-request-id
netlify server ^Netlify
fly fly-request-id
fly server ^Fly/
heroku via \\b(?:vegur|heroku-router)\\b
render x-render-origin-server
render rndr-id
railway server ^railway-
digitalocean x-do-app-origin
github x-github-request-id
salesforce server ^sfdcedge$
slack x-slack-backend
meta x-fb-debug
cloudflare cf-ray
cloudflare server ^cloudflare$
aws x-amz-cf-id
aws server ^CloudFront$
fastly x-fastly-request-id
fastly x-served-by ^cache-
akamai server ^AkamaiGHost$
akamai akamai-grn
akamai x-akamai-transformed
azure x-azure-ref
bunny server ^BunnyCDN-
cdn77 server ^CDN77
keycdn server ^keycdn-engine$
imperva x-iinfo
imperva x-cdn ^(?:Incapsula|Imperva)$
sucuri x-sucuri-id
alibaba eagleid
tencent x-nws-log-uuid
gcp via ^1\\.1 google$
gcp server ^Google Frontend$
aws server ^awselb/
`;

type EdgeHeader = { provider: string; value: RegExp | null; rank: number };

function readEdgeHeaders(): Map<string, EdgeHeader[]> {
  const byName = new Map<string, EdgeHeader[]>();
  for (const [rank, line] of EDGE_HEADERS.trim().split("\n").entries()) {
    const [provider = "", name = "", ...pattern] = line.split(" ");
    const value = pattern.length === 0 ? null : new RegExp(pattern.join(" "), "i");
    byName.set(name, [...(byName.get(name) ?? []), { provider, value, rank }]);
  }
  return byName;
}

// Parsed on the first call, so that it costs nothing before.
let edgeHeaders: Map<string, EdgeHeader[]> | undefined;

/** A header in the form of `webRequest`; a value that is no text has none. */
export type ResponseHeader = { name: string; value?: string | undefined };

/**
 * The provider of the edge that answered, by the response's headers; null where none of them identifies it. Nothing of the headers is kept.
 * @param headers in the form of `webRequest`
 */
export function edgeOfHeaders(headers: readonly ResponseHeader[]): string | null {
  edgeHeaders ??= readEdgeHeaders();
  let best: EdgeHeader | null = null;
  for (const { name, value = "" } of headers) {
    for (const header of edgeHeaders.get(name.toLowerCase()) ?? []) {
      if ((best === null || header.rank < best.rank) && (header.value === null || header.value.test(value))) best = header;
    }
  }
  return best?.provider ?? null;
}
