import { afterAll, beforeAll, expect, test } from "vitest";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../../scripts/ranges/list-network.ts";
import { createSigner, type Files, sha256Of, signFeed } from "../../extension/support/signed-feeds.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { builtPackages } from "./support/built-packages.ts";
import { type Heard, recordedMirror } from "./support/recorded-mirror.ts";
import { runProgram } from "./support/run-program.ts";
import { sampleFeed } from "./support/sample-feed.ts";

let program = "";
beforeAll(async () => {
  ({ program } = await builtPackages(scratchFolder(afterAll)));
});

const root = createSigner();
const ranges = encodeTable([[listNetwork("52.0.0.0/12", "aws", "us-east-1")]]).bytes;
const catalogue = Buffer.from(
  JSON.stringify({ version: 1, services: [{ id: "netflix", name: "Netflix", domains: ["netflix.com"], on: ["aws"], category: "tv" }] }),
);

/** A feed with all that it can name by hash. */
function wholeFeed(): Files {
  const named = {
    ranges: { url: "v2/ranges.bin", sha256: sha256Of(ranges) },
    catalogue: { url: "v2/catalogue.json", sha256: sha256Of(catalogue) },
  };
  return { ...signFeed(sampleFeed(undefined, 0, named), root), "/v2/ranges.bin": ranges, "/v2/catalogue.json": catalogue };
}

async function heardOf(words: readonly string[], input = "", environment: { [name: string]: string } = {}): Promise<Heard[]> {
  const mirror = await recordedMirror(wholeFeed());
  const { status, err } = await runProgram([process.execPath, program, ...words, "--feed", mirror.url, `--key=${root.rootKey}`], {
    environment: { XDG_CACHE_HOME: scratchFolder(), ...environment },
    input,
  });
  expect({ words, status: status === 0 || status === 1, err }).toEqual({ words, status: true, err: "" });
  return mirror.heard;
}

const HOSTS = ["secret-host.example", "www.netflix.com", "internal.corp.example"];
const asked = (heard: Heard[]) => heard.map(({ method, url }) => `${method} ${url.replace(/body-[\w-]{43}/, "body-HASH")}`);

test("nothing but files of the feed is asked for, the same whatever a person asks about, and no name is in any request", async () => {
  const heard = [
    await heardOf(["down", HOSTS[0] ?? ""]),
    await heardOf(["down", "https://www.netflix.com/secret-path?token=secret-token"]),
    await heardOf(["where", ...HOSTS]),
    await heardOf(["outages", "--mine", "-"], HOSTS.join("\n"), { LANG: "ar_EG.UTF-8", NOT_JUST_ME_ANYTHING: "secret-setting" }),
    await heardOf(["outages"]),
  ];
  for (const one of heard)
    expect(asked(one)).toEqual(["GET /v2/head", "GET /v2/root-2", "GET /v2/body-HASH.json", "GET /v2/catalogue.json"]);
  const all = JSON.stringify(heard);
  for (const secret of [...HOSTS, "netflix", "secret", "corp"]) expect(all).not.toContain(secret);
  expect(heard.flat().every(({ body }) => body === "")).toBe(true);
});

test("the headers are the same for everybody, without a cookie, a date or a mark of what is kept", async () => {
  const names = new Set((await heardOf(["outages"])).flatMap(({ headers }) => Object.keys(headers)));
  expect([...names].toSorted()).toEqual([
    "accept",
    "accept-encoding",
    "accept-language",
    "connection",
    "host",
    "sec-fetch-mode",
    "user-agent",
  ]);
  const [first] = await heardOf(["outages"]);
  expect(first?.headers).toMatchObject({ "user-agent": "not-just-me", "accept-language": "*", accept: "*/*" });
});

test("an address is looked up in the whole table of the feed, which is downloaded once", async () => {
  const mirror = await recordedMirror(wholeFeed());
  const environment = { XDG_CACHE_HOME: scratchFolder() };
  const ask = (address: string) =>
    runProgram([process.execPath, program, "where", address, "--json", "--refresh", "--feed", mirror.url, `--key=${root.rootKey}`], {
      environment,
    });
  const { status, out } = await ask("52.1.2.3");
  expect(status).toBe(1);
  expect(JSON.parse(out).hosts).toMatchObject([{ provider: "aws", region: "us-east-1", by: "address", outages: [{ id: "aws-1" }] }]);
  await ask("203.0.113.9");
  expect(asked(mirror.heard).filter((one) => one.includes("ranges"))).toEqual(["GET /v2/ranges.bin"]);
  expect(JSON.stringify(mirror.heard)).not.toMatch(/52\.1\.2\.3|203\.0\.113/);
});

/** Loaded before the program: every way to ask a name server ends it. */
const WITHOUT_NAMES = `data:text/javascript,${encodeURIComponent(`
  import dns from "node:dns";
  import { syncBuiltinESMExports } from "node:module";
  for (const names of [dns, dns.promises])
    for (const name of Object.keys(names))
      if (/^(?:lookup|resolve|reverse)/.test(name)) names[name] = () => { console.error("asked by " + name); process.exit(99); };
  syncBuiltinESMExports();
`)}`;

test("no name server is asked about what a person asks about", async () => {
  const { url } = await recordedMirror(wholeFeed());
  const run = (words: readonly string[], feed: string) =>
    runProgram([process.execPath, "--import", WITHOUT_NAMES, program, ...words, "--feed", feed, `--key=${root.rootKey}`], {
      environment: { XDG_CACHE_HOME: scratchFolder() },
      input: HOSTS.join("\n"),
    });
  for (const words of [
    ["down", ...HOSTS.slice(0, 1)],
    ["where", ...HOSTS],
    ["outages", "--mine", "-"],
  ])
    expect(await run(words, url)).toMatchObject({ err: "" });
  // The name of a mirror is looked up: the trap works.
  expect(await run(["outages"], "http://mirror.example")).toMatchObject({ status: 99, err: "asked by lookup\n" });
});
