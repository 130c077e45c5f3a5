import type { Source } from "./source.ts";

/** `id | format | what it covers | seconds between looks | url | page for people`. `site:` marks a site's own page. */
const LINES = `
aws|aws-health|aws|60|https://health.aws.amazon.com/public/currentevents|https://health.aws.amazon.com/health/status
aws-rss|aws-rss|aws|60|https://status.aws.amazon.com/rss/all.rss|https://health.aws.amazon.com/health/status
cloudflare|statuspage|cloudflare|60|https://www.cloudflarestatus.com/api/v2/summary.json|https://www.cloudflarestatus.com
github|statuspage|github|60|https://www.githubstatus.com/api/v2/summary.json|https://www.githubstatus.com
digitalocean|statuspage|digitalocean|60|https://status.digitalocean.com/api/v2/summary.json|https://status.digitalocean.com
coinbase|statuspage|site:coinbase|60|https://status.coinbase.com/api/v2/summary.json|https://status.coinbase.com
discord|statuspage|site:discord|60|https://discordstatus.com/api/v2/summary.json|https://discordstatus.com
reddit|statuspage|site:reddit|60|https://www.redditstatus.com/api/v2/summary.json|https://www.redditstatus.com
`;

function readLine(line: string): Source {
  const [id = "", format = "", covers = "", every = "", url = "", page = ""] = line.split("|");
  const site = covers.startsWith("site:") ? covers.slice("site:".length) : null;
  return { id, format, url, provider: site ?? covers, site, page, every: Number(every) };
}

/** The official sources that are read unless the operator names others. */
export const SOURCES: readonly Source[] = LINES.trim().split("\n").map(readLine);
