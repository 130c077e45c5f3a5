/** CDNs, site builders and hosting platforms that serve many customers from one address. */
const SHARED_EDGES = new Set(
  (
    "cloudflare fastly akamai bunny keycdn cdn77 gcore cachefly imperva sucuri edgio-limelight edgio-edgecast stackpath jsdelivr qrator " +
    "ddos-guard chinacache wangsu vercel netlify heroku render railway fly deno glitch replit github gitlab shopify wix squarespace " +
    "automattic wpengine pantheon kinsta webflow framer godaddy hubspot bubble ghost weebly strikingly carrd notion azion imgix cloudinary google microsoft meta apple"
  ).split(" "),
);
/** Clouds whose addresses without a region are those of their edges: CloudFront, Global Accelerator, Front Door, Google's load balancers. */
const CLOUDS_WITH_EDGES = new Set(["aws", "azure", "gcp", "alibaba", "tencent", "huawei"]);

/**
 * Whether one address of this place can serve many unrelated domains. On any other address, unrelated domains are a sign of a proxy.
 * @param region null where the address belongs to no region
 */
export function isSharedEdge(provider: string, region: string | null): boolean {
  return SHARED_EDGES.has(provider) || (region === null && CLOUDS_WITH_EDGES.has(provider));
}
