/** Text meant to break a page, to hide words in it, or to lead its readers elsewhere. */

export const MARKUP = `<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=1</script><svg onload="globalThis.hacked=1">`;

/** Overrides and isolates of direction, characters without width, tags, control characters, a torn one. */
export const UNSEEN =
  "\u202egpj.exe\u202c \u2066a\u2069\u200fb \u200b\u200d\u2060\ufeff\u00adc \u0000\u0007\u001b[31m\u0085\u2028d \u{e0041}\ud800e";

/** Addresses that no link may have. The last one may: browsers spell its host out, so it disguises nothing. */
export const ADDRESSES = [
  "javascript:globalThis.hacked=1",
  "JaVaScRiPt://www.example.com/%0aglobalThis.hacked=1",
  "data:text/html,<script>opener.hacked=1</script>",
  "file:///etc/passwd",
  "http://www.example.com/plain",
  "https://status.aws.amazon.com@evil.example/",
  "https://user:password@evil.example/",
  "https://www.аpple.com/",
];

/** A place for each address: all reports about one place at one time become one incident. */
const REGIONS = ["us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-west-2", "eu-central-1", "sa-east-1"];

const HOUR_AGO = () => new Date(Date.now() - 3_600_000).toISOString();

/** A status page in Statuspage's format with an incident for each address; the first has a title of a megabyte. */
export function hostilePage(): object {
  const [first] = ADDRESSES;
  return {
    page: { id: "p", name: MARKUP, url: first, updated_at: HOUR_AGO() },
    status: { indicator: "critical", description: MARKUP + UNSEEN },
    components: [{ id: "group", group: true, name: `Queue ${UNSEEN}${MARKUP}${"W".repeat(300)}`, status: "major_outage" }],
    incidents: ADDRESSES.map((address, index) => ({
      id: `${index}${MARKUP}${UNSEEN}`,
      name: `Hostile page ${index} ${UNSEEN} ${MARKUP} &lt;img src=x onerror=globalThis.hacked=1&gt; ${"W".repeat(index === 0 ? 1_000_000 : 300)}`,
      status: "investigating",
      impact: "critical",
      created_at: HOUR_AGO(),
      shortlink: address,
      components: [{ id: `c${index}`, name: REGIONS[index], group_id: "group", status: "major_outage" }],
      incident_updates: [
        {
          display_at: HOUR_AGO(),
          body: `Please try [another way](${address}) ${UNSEEN}${MARKUP}<a href="${address}">here</a>. ${"W".repeat(index === 0 ? 1_000_000 : 300)}`,
        },
      ],
    })),
  };
}

const filled = (words: string, length: number) => words.padEnd(length, "W").slice(0, length);

/** The incidents of a malicious feed that keeps to the format: one for each address, and one of an unknown place. */
export function hostileIncidents(): object[] {
  const incident = {
    region: null,
    services: [filled(`Queue ${UNSEEN}${MARKUP}`, 80), "constructor", ...Array.from({ length: 500 }, (_, index) => `service ${index}`)],
    severity: "critical",
    status: "identified",
    started: HOUR_AGO(),
    updated: HOUR_AGO(),
    summary: filled(`${UNSEEN}${MARKUP}`, 1000),
    advice: [{ for: "user", text: filled(`Please call ${UNSEEN}${MARKUP}`, 200) }],
    crowd: { reporters: Number.MAX_SAFE_INTEGER, networks: Number.MAX_SAFE_INTEGER, series: [1e300, -5, 0] },
  };
  const linked = ADDRESSES.map((url, index) => ({
    ...incident,
    id: `hostile-${index}`,
    provider: "aws",
    title: filled(`Hostile feed ${index} ${UNSEEN}${MARKUP}`, 200),
    official: { url, acknowledged: HOUR_AGO() },
  }));
  const nameless = { ...incident, id: "w".repeat(120), provider: "w".repeat(120), region: "w".repeat(120), title: filled("", 200) };
  return [...linked, nameless];
}
