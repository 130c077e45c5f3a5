import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../../../server/server.ts";

/** A feed server that measures `count` stand-ins once a minute, two fifths of them places; none where `count` is 0. */
const { count, port, authority } = JSON.parse(process.argv[2] ?? "") as { count: number; port: number; authority: string };
const list = Array.from({ length: count }, (_, index) => {
  const path = index % 5 < 2 ? "/ping" : "/";
  return { id: `target-${index}`, host: `t${index}.example.com`, path, reason: "a stand-in" };
});
await startServer({
  ...{ host: "127.0.0.1", port: 0, dataDir: mkdtempSync(join(tmpdir(), "not-just-me-bench-")), sources: [], publishEverySeconds: 60 },
  ...(count === 0 ? {} : { vantage: "fra", country: "DE" }),
  userAgent: "NotJustMeFeed/2 (+https://example.org)",
  measured: { list, anchors: list.slice(0, 3).map(({ id }) => id), round: 60_000 },
  internet: { lookUp: async () => ["127.2.0.1"], isOpen: () => true, portOf: () => port, authorities: authority },
  log: (line) => console.error(line),
});
console.log("started");
