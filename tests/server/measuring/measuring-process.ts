import { spawnSync } from "node:child_process";
import { createServer } from "node:https";
import { createInterface } from "node:readline";
import { onEnding } from "../../../scripts/support/ending.ts";
import { startServer } from "../../../server/server.ts";
import { readSettings } from "../../../server/server-settings.ts";
import { issueCertificates } from "../../instruments/loopback/certificates.ts";
import { freePort } from "../../instruments/loopback/small-internet.ts";

/**
 * What a host does from now on, or what becomes of the network. A process in a network of its own alone may cut it: `cut` takes its
 * loopback away.
 */
export type VantageCommand = { host: string; does: HostBehaviour } | { network: "cut" | "whole" };
export type HostBehaviour = "answers" | "fails" | "turns away" | "resets";
/** `targets`: ids with the path that is asked, such as `cloudflare /ping`. */
export type VantageOrder = {
  flags: string[];
  point: { id: string; country: string };
  targets: string[];
  anchors: string[];
  round: number;
  ownNetwork: boolean;
};

/**
 * A feed server that measures stand-ins of its own: each target is a host at a loopback address of this process's network, and does what the
 * lines on standard input say (`VantageCommand`, JSON).
 */
const order = JSON.parse(process.argv[2] ?? "") as VantageOrder;
const behaviours = new Map<string, HostBehaviour>();
const names = new Map<string, string>();
const list = order.targets.map((text, index) => {
  const [id = "", path = "/ping"] = text.split(" ");
  const host = `t${index}.example.com`;
  names.set(host, `127.1.0.${index + 1}`);
  behaviours.set(id, "answers");
  return { id, host, path, reason: "a stand-in" };
});
const idOf = new Map(list.map(({ id, host }) => [host, id]));

if (order.ownNetwork) ip("link", "set", "lo", "up");
const port = await freePort();
const { certificate: cert, key, authority } = await issueCertificates(["*.example.com"]);
for (const address of names.values()) {
  const server = createServer({ cert, key }, (request, reply) => {
    const host = request.headers.host ?? "";
    const id = idOf.get(host) ?? "";
    const behaviour = behaviours.get(id);
    if (behaviour === "resets") request.socket.destroy();
    else if (request.url === "/robots.txt") reply.end(id === "forbidden" ? "User-agent: *\nDisallow: /" : "");
    else reply.writeHead(behaviour === "fails" ? 503 : behaviour === "turns away" ? 403 : 200).end("a page");
  });
  server.on("error", () => {}).listen(port, address);
}

const { settings } = readSettings(order.flags, process.env);
const server = await startServer({
  ...settings,
  port: 0,
  vantage: order.point.id,
  country: order.point.country,
  measured: { list, anchors: order.anchors, round: order.round },
  internet: {
    async lookUp(host) {
      const address = names.get(host);
      if (address === undefined) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      return [address];
    },
    isOpen: (address) => address.startsWith("127.1.0."),
    portOf: () => port,
    authorities: authority,
  },
  log: (line) => console.log(line),
});
console.log(`feed server at ${server.url}`);
console.log(`root key ${server.rootKey}`);
for (const line of await server.selfCheck()) console.log(line);
onEnding(() => server.close().then(() => process.exit(0)));

for await (const line of createInterface({ input: process.stdin })) {
  const command = JSON.parse(line) as VantageCommand;
  if ("network" in command) ip("link", "set", "lo", command.network === "cut" ? "down" : "up");
  else behaviours.set(command.host, command.does);
  console.log(`done ${line}`);
}

function ip(...words: string[]): void {
  if (!order.ownNetwork) throw new Error("this process has no network of its own");
  const { status, stderr } = spawnSync("ip", words, { encoding: "utf8" });
  if (status !== 0) throw new Error(`ip ${words.join(" ")}: ${stderr}`);
}
