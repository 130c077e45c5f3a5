import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";
import { startProcess, until } from "../support/server-process.ts";
import { standIn, statuspage } from "../support/stand-in.ts";
import { askSample } from "./support/ask-sample.ts";
import { builtPackages } from "./support/built-packages.ts";
import { type Ran, runProgram } from "./support/run-program.ts";

let program = "";
beforeAll(async () => {
  ({ program } = await builtPackages(scratchFolder(afterAll)));
});

/** Asks with the sample feed. */
const ask = (words: readonly string[], input?: string | Uint8Array, changes?: object) => askSample(program, words, input, changes);

const jsonOf = ({ out }: Ran) => JSON.parse(out);

describe("down", () => {
  test("says that an outage is known, who says so and since when, and ends with 1", async () => {
    const { status, out, err } = await ask(["down", "netflix"]);
    expect({ status, err }).toEqual({ status: 1, err: "" });
    expect(out).toMatch(/^Netflix: an outage is known\.$/m);
    expect(out).toMatch(/AWS US East \(N\. Virginia\): major, being investigated, since \d\d:\d\d UTC \(52 minutes ago\)/);
    expect(out).toContain('"Increased error rates (aws-1)"');
    expect(out).toContain("1,200 people on 90 networks report it.");
    expect(out).toContain("It is known to hit Netflix.");
    expect(out).toMatch(/^As of \d\d:\d\d UTC, less than a minute ago\.$/m);
  });

  test.each([
    ["a name in another language", "نتفليكس"],
    ["another case and signs", "NET-flix"],
    ["a host of it", "www.netflix.com"],
    ["a URL of it", "https://www.netflix.com/title/1?q=2"],
    ["a place", "aws/us-east-1"],
    ["the name of a place", "AWS US East (N. Virginia)"],
    ["a whole provider", "aws"],
    ["a host that names its region", "dynamodb.us-east-1.amazonaws.com"],
  ])("finds the outage by %s", async (_, name) => {
    const ran = await ask(["down", name, "--json"]);
    expect(ran.status).toBe(1);
    expect(jsonOf(ran)).toMatchObject({
      format: 1,
      command: "down",
      exit: 1,
      known: "outage",
      outages: [{ id: "aws-1", place: "aws/us-east-1" }],
    });
  });

  test("says that nothing is known, and that this proves nothing, and ends with 0", async () => {
    const { status, out } = await ask(["down", "wikipedia"]);
    expect(status).toBe(0);
    expect(out).toContain("no outage is known");
    expect(out).toContain("no proof that it works");
  });

  test.each([
    ["planned work", "slack", "planned"],
    ["an outage that is over", "github", "over"],
  ])("tells of %s, which is no outage", async (_, name, field) => {
    const ran = await ask(["down", name, "--json"]);
    expect(ran.status).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ known: "nothing", outages: [], [field]: [{ service: name }] });
  });

  test("does not blame a provider's outage for a service that nobody says suffers", async () => {
    const ran = await ask(["down", "coinbase", "--json"]);
    expect(ran.status).toBe(0);
    expect(jsonOf(ran)).toMatchObject({ known: "nothing", outages: [], perhaps: [{ id: "aws-1" }] });
  });

  test("takes far more reports than usual for an outage, and a few more not", async () => {
    const services = [
      { id: "wikipedia", state: "elevated", crowd: { reporters: 40, networks: 12 } },
      { id: "reddit", state: "watch", crowd: null },
    ];
    expect((await ask(["down", "wikipedia"], "", { services })).status).toBe(1);
    expect((await ask(["down", "reddit"], "", { services })).status).toBe(0);
  });

  test("says that the silence of a status page that could not be read means nothing", async () => {
    const sources = { read: new Date().toISOString(), except: [{ id: "wikipedia", checked: null }] };
    const { out } = await ask(["down", "wikipedia"], "", { sources });
    expect(out).toContain("could not be read: its silence means nothing");
  });

  test.each([
    ["netflx", "netflix"],
    ["gihtub", "github"],
    ["clodflare", "cloudflare"],
  ])("offers a near name for %s, and ends with 2", async (typed, meant) => {
    const { status, out, err } = await ask(["down", typed]);
    expect({ status, out }).toEqual({ status: 2, out: "" });
    expect(err).toMatch(new RegExp(`did you mean .*${meant}`));
  });
});

describe("where", () => {
  test("says what hosts each name and how that is known, and ends with 1 where an outage is known there", async () => {
    const ran = await ask([
      "where",
      "dynamodb.us-east-1.amazonaws.com",
      "s3.us-east-1.amazonaws.com",
      "https://www.wikipedia.org/x",
      "--json",
    ]);
    expect(ran.status).toBe(1);
    expect(jsonOf(ran).hosts).toMatchObject([
      {
        host: "dynamodb.us-east-1.amazonaws.com",
        provider: "aws",
        region: "us-east-1",
        component: "dynamodb",
        by: "host",
        outages: [{ id: "aws-1" }],
      },
      // The outage is of another part.
      { host: "s3.us-east-1.amazonaws.com", outages: [], perhaps: [{ id: "aws-1" }] },
      { host: "www.wikipedia.org", outages: [] },
    ]);
  });

  test("ends with 0 where nothing is known to fail", async () => {
    const { status, out } = await ask(["where", "s3.eu-west-1.amazonaws.com", "localhost"]);
    expect(status).toBe(0);
    expect(out).toContain("AWS Europe (Ireland) (s3), by its name.");
    expect(out).toContain("localhost: a private host");
  });

  test("asks nobody with --no-feed", async () => {
    const { status, out, heard } = await ask(["where", "--no-feed", "s3.eu-west-1.amazonaws.com"]);
    expect({ status, heard }).toEqual({ status: 0, heard: [] });
    expect(out).toContain("AWS Europe (Ireland)");
  });
});

describe("outages", () => {
  test("lists those that go on, the gravest first, and ends with 1", async () => {
    const ran = await ask(["outages", "--json"]);
    expect(ran.status).toBe(1);
    expect(jsonOf(ran)).toMatchObject({ outages: [{ id: "aws-1" }, { id: "gcp-1", saidBy: ["people"] }], planned: [{ id: "slack-1" }] });
  });

  test("ends with 0 where there is none", async () => {
    const { status, out } = await ask(["outages"], "", { incidents: [] });
    expect(status).toBe(0);
    expect(out).toContain("No outage is known.");
  });

  test("lists with --mine those that hit hosts of a file or of standard input", async () => {
    const list =
      "\ufeff# mine\r\n\r\nhttps://user@api.netflix.com:8443/v1?q=secret  # the films\nstorage.googleapis.com\n10.0.0.7\nnobody.example\nnobody.example\n";
    const file = join(scratchFolder(), "hosts.txt");
    writeFileSync(file, list);
    const [byFile, byInput] = [await ask(["outages", "--mine", file, "--json"]), await ask(["outages", "--mine", "-", "--json"], list)];
    expect(byFile.status).toBe(1);
    expect(jsonOf(byFile)).toMatchObject({
      outages: [{ id: "aws-1", hosts: ["api.netflix.com"] }],
      perhaps: [{ id: "gcp-1", perhapsHosts: ["storage.googleapis.com"] }],
      hosts: { count: 4, unplaced: ["nobody.example"], private: ["10.0.0.7"] },
    });
    expect(jsonOf(byInput).outages).toHaveLength(1);
  });

  test("ends with 0 where none hits", async () => {
    expect((await ask(["outages", "--mine", "-"], "s3.eu-west-1.amazonaws.com\n")).status).toBe(0);
  });
});

test("the feed of a real server is read, named by the environment", async () => {
  const page = await standIn(
    (_, reply) => void reply.end(statuspage({ id: "i1", name: "Everything is slow", started: new Date().toISOString() })),
  );
  const folder = scratchFolder();
  const sources = [
    {
      id: "github",
      url: `${page}/x`,
      provider: "github",
      site: "github",
      format: "statuspage",
      every: 0.5,
      page: "https://status.example",
    },
  ];
  writeFileSync(join(folder, "sources.json"), JSON.stringify(sources));
  const server = await startProcess(["--data", join(folder, "data"), "--sources", join(folder, "sources.json")]);
  const environment = { XDG_CACHE_HOME: folder, FEED_MIRRORS: server.url, FEED_ROOT_KEY: server.rootKey };
  const ran = await until(async () => {
    const answer = await runProgram([process.execPath, program, "down", "github", "--json", "--refresh"], { environment });
    return answer.status === 1 && answer;
  });
  expect(jsonOf(ran)).toMatchObject({ outages: [{ title: "Everything is slow", saidBy: ["official"] }], feed: { state: "fresh" } });
});

test("help and version are printed without a feed", async () => {
  const run = (...words: string[]) => runProgram([process.execPath, program, ...words]);
  expect(await run("--version")).toMatchObject({ status: 0, out: "0.1.0\n" });
  expect((await run()).out).toContain("Exit status: 0 nothing is known");
  expect((await run("help", "outages")).out).toContain("--mine FILE");
  expect((await run("where", "--help")).out).toContain("--no-feed");
});
