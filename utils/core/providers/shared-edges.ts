/**
 * Platforms that run their customers' sites on machines of clouds or behind CDNs of others. Their customers fail together, wherever the
 * address belongs.
 */
const PLATFORMS = new Set(
  (
    "vercel netlify heroku render railway fly deno glitch replit github gitlab shopify wix squarespace automattic wpengine pantheon kinsta " +
    "webflow framer godaddy hubspot bubble ghost weebly strikingly carrd notion salesforce zendesk bigcommerce salla zid supabase"
  ).split(" "),
);
/** CDNs, and companies whose edges serve many names of their own. */
const CDNS = new Set(
  (
    "cloudflare fastly akamai bunny keycdn cdn77 gcore cachefly imperva sucuri edgio-limelight edgio-edgecast stackpath jsdelivr qrator " +
    "ddos-guard chinacache wangsu azion imgix cloudinary google microsoft meta apple"
  ).split(" "),
);
/** Clouds whose addresses without a region are those of their edges: CloudFront, Global Accelerator, Front Door, Google's load balancers. */
const CLOUDS_WITH_EDGES = new Set(["aws", "azure", "gcp", "alibaba", "tencent", "huawei"]);

/**
 * Whether one address of this place can serve many unrelated domains. On any other address, unrelated domains are a sign of a proxy.
 * @param region null where the address belongs to no region
 */
export function isSharedEdge(provider: string, region: string | null): boolean {
  return CDNS.has(provider) || PLATFORMS.has(provider) || (region === null && CLOUDS_WITH_EDGES.has(provider));
}

/** Whether a provider only stands in front of servers that others run. */
export function isEdgeOnly(provider: string): boolean {
  return CDNS.has(provider);
}

/** Whether a provider is a platform that runs customers' sites, for the most part on what others provide. */
export function isPlatform(provider: string): boolean {
  return PLATFORMS.has(provider);
}
