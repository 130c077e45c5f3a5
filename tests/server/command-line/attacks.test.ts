import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEAD_PATH, rootPath } from "../../../utils/core/feed/paths.ts";
import { createSigner, type Files, sha256Of, signFeed, signRoot } from "../../extension/support/signed-feeds.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { standIn } from "../support/stand-in.ts";
import { builtPackages } from "./support/built-packages.ts";
import { callerOf } from "./support/caller.ts";
import { recordedMirror } from "./support/recorded-mirror.ts";
import { sampleFeed } from "./support/sample-feed.ts";

let program = "";
beforeAll(async () => {
  ({ program } = await builtPackages(scratchFolder(afterAll)));
});

const root = createSigner();
const caller = (mirrors: readonly string[]) => callerOf(program, mirrors, root.rootKey);
const now = () => Math.floor(Date.now() / 1000);

const bodyOf = (files: Files) => Object.keys(files).find((path) => path.startsWith("/v2/body-")) ?? "";
const stranger = createSigner();

/** What a mirror serves that nobody should believe, and why the command says that it does not. */
const FORGED: [string, () => Files, RegExp][] = [
  ["not a feed at all", () => ({ [HEAD_PATH]: Buffer.from("<html>Log in</html>") }), /the first line is not "not-just-me-head 2"/],
  [
    "unsigned",
    () => {
      const [line = "", , ...rest] = Buffer.from(signFeed(sampleFeed(), root)[HEAD_PATH] ?? [])
        .toString()
        .split("\n");
      return { [HEAD_PATH]: Buffer.from([line, "", ...rest].join("\n")) };
    },
    /the second line is not a key id and a signature/,
  ],
  ["signed by a key that no root granted", () => signFeed(sampleFeed(), stranger), /was not granted by root 1/],
  ["signed by another key than it names", () => signFeed(sampleFeed(), root, { forgedBy: stranger }), /the signature does not fit/],
  ["signed by a key whose grant has ended", () => signFeed(sampleFeed(), root, { notAfter: Date.now() - 60_000 }), /ended on/],
  [
    "changed in its head",
    () => {
      const files = signFeed(sampleFeed(), root);
      const changed = Buffer.from(files[HEAD_PATH] ?? [])
        .toString()
        .replace('"version":2', '"version":2 ');
      return { ...files, [HEAD_PATH]: Buffer.from(changed) };
    },
    /the signature does not fit/,
  ],
  [
    "changed in its body",
    () => {
      const files = signFeed(sampleFeed(), root);
      return {
        ...files,
        [bodyOf(files)]: Buffer.from(
          Buffer.from(files[bodyOf(files)] ?? [])
            .toString()
            .replace("netflix", "spotify"),
        ),
      };
    },
    /its body does not have the hash that the head names/,
  ],
  [
    "longer in its body than the head says",
    () => {
      const files = signFeed(sampleFeed(), root);
      return { ...files, [bodyOf(files)]: Buffer.concat([files[bodyOf(files)] ?? new Uint8Array(), Buffer.alloc(9_000_000, " ")]) };
    },
    /its body is larger than the head says/,
  ],
  ["without its body", () => ({ [HEAD_PATH]: signFeed(sampleFeed(), root)[HEAD_PATH] ?? new Uint8Array() }), /no mirror has its body/],
  ["with a huge head", () => ({ [HEAD_PATH]: Buffer.alloc(5_000_000, "x") }), /larger than 4096 bytes/],
  ["expired", () => signFeed(sampleFeed(now() - 7200, 120), root), /expired 9\d min ago|already seen/],
  ["from the future", () => signFeed(sampleFeed(now() + 7200, -120), root), /in the future: one of the two clocks is wrong/],
  ["with a body that is no feed", () => signFeed({ ...sampleFeed(), body: { version: 2, incidents: "none" } }, root), /incidents/],
];

describe.each(FORGED)("a feed that is %s", (_, forge, reason) => {
  test("is refused with words where nothing is kept, and the command ends with 3", async () => {
    const { url } = await recordedMirror(forge());
    const { status, answer } = await caller([url]).call();
    expect(status).toBe(3);
    expect(answer.feed).toMatchObject({ state: "none", reasons: [expect.stringMatching(reason)] });
    expect(answer.outages).toBeUndefined();
  });

  test("changes nothing where a good copy is kept but what is said of its age", async () => {
    const mirror = await recordedMirror(signFeed(sampleFeed(now() - 60, 1), root));
    const { call } = caller([mirror.url]);
    expect(await call()).toMatchObject({ status: 1, answer: { feed: { state: "fresh", reasons: [] } } });
    mirror.files = forge();
    const { status, answer } = await call();
    expect(status).toBe(1);
    expect(answer).toMatchObject({
      outages: [{ id: "aws-1" }, { id: "gcp-1" }],
      feed: { state: "kept", reasons: [expect.stringMatching(reason)] },
    });
  });

  test("does not matter where another mirror has a good one", async () => {
    const [bad, good] = [await recordedMirror(forge()), await recordedMirror(signFeed(sampleFeed(), root))];
    expect(await caller([bad.url, good.url]).call()).toMatchObject({ status: 1, answer: { feed: { state: "fresh" } } });
  });
});

test("an older feed than one that was seen is refused, by another process too, and after the newer one has expired", async () => {
  const older = signFeed(sampleFeed(now() - 300, 5, { incidents: [] }), root);
  const mirror = await recordedMirror(signFeed(sampleFeed(now(), 0), root));
  const { call, cache } = caller([mirror.url]);
  expect((await call()).status).toBe(1);
  mirror.files = older;
  expect(await call()).toMatchObject({
    status: 1,
    answer: { feed: { state: "kept", reasons: [expect.stringMatching(/number \d+ is older than \d+, which was already seen/)] } },
  });
  // The kept copy as it will be in an hour.
  const folder = join(cache, "not-just-me");
  const [name = ""] = readdirSync(folder);
  const kept = JSON.parse(readFileSync(join(folder, name), "utf8"));
  writeFileSync(
    join(folder, name),
    JSON.stringify({ ...kept, feed: { ...kept.feed, expires: new Date(Date.now() - 1000).toISOString() } }),
  );
  const { status, answer } = await call();
  expect(status).toBe(3);
  expect(answer.feed).toMatchObject({ state: "stale", reasons: [expect.stringMatching(/already seen/)] });
});

test("a number with two contents is refused, and told as a feed that shows different people different things", async () => {
  const sequence = now();
  const mirror = await recordedMirror(signFeed(sampleFeed(sequence, 0), root));
  const { call } = caller([mirror.url]);
  await call();
  mirror.files = signFeed(sampleFeed(sequence, 0, { incidents: [] }), root);
  const { status, answer, err } = await call();
  expect({ status, state: answer.feed.state }).toEqual({ status: 1, state: "kept" });
  expect(err).toMatch(/warning: the feed shows different people different things/);
});

test("a redirect is not followed", async () => {
  const target = await recordedMirror(signFeed(sampleFeed(), root));
  const url = await standIn((request, reply) => void reply.writeHead(302, { Location: `${target.url}${request.url}` }).end());
  const { status, answer } = await caller([url]).call();
  expect({ status, heard: target.heard }).toEqual({ status: 3, heard: [] });
  expect(answer.feed.reasons).toEqual([`${url}: it redirects (HTTP 302), which is not followed`]);
});

test("what unpacks to far more than it should is given up", async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const url = await standIn((_, reply) => void reply.writeHead(200, { "Content-Encoding": "gzip" }).end(bomb));
  expect((await caller([url]).call()).answer.feed.reasons).toEqual([`${url}: larger than 4096 bytes`]);
});

test.each<[string, (drip: () => void) => void]>([
  ["never answers", () => undefined],
  ["sends a byte now and then", (drip) => drip()],
])("a mirror that %s is given up, and the next one is asked", async (_, behave) => {
  const slow = await standIn((_request, reply) => {
    behave(() => {
      reply.writeHead(200);
      const timer = setInterval(() => reply.write("n"), 200);
      reply.on("close", () => clearInterval(timer));
    });
  });
  const good = await recordedMirror(signFeed(sampleFeed(), root));
  expect(await caller([slow, good.url]).call()).toMatchObject({ status: 1, answer: { feed: { state: "fresh" } } });
  const { status, answer } = await caller([slow]).call();
  expect(status).toBe(3);
  expect(answer.feed.reasons).toEqual([`${slow}: no answer within 5 seconds`]);
});

test("mirrors that nobody finds are named, each with its reason", async () => {
  const { status, answer } = await caller(["http://127.0.0.1:1", "http://no-such-mirror.invalid"]).call();
  expect(status).toBe(3);
  expect(answer.feed.reasons.toSorted()).toEqual([
    expect.stringMatching(/^http:\/\/127\.0\.0\.1:1: /),
    expect.stringMatching(/^http:\/\/no-such-mirror\.invalid: (?:its name |no answer )/),
  ]);
});

describe("a root that follows", () => {
  const next = createSigner();

  test("is trusted where the root before it signed it, and the old one is trusted no more", async () => {
    const chain = { [rootPath(2)]: signRoot({ number: 2, keys: [next.rootKey], threshold: 1 }, [root, next]) };
    const mirror = await recordedMirror({ ...signFeed(sampleFeed(now() - 60, 1), root) });
    const { call } = caller([mirror.url]);
    expect((await call()).status).toBe(1);
    mirror.files = { ...chain, ...signFeed(sampleFeed(), next) };
    expect(await call()).toMatchObject({ status: 1, answer: { feed: { state: "fresh" } } });
    mirror.files = { ...chain, ...signFeed(sampleFeed(now() + 60), root) };
    expect((await call()).answer.feed).toMatchObject({ state: "kept", reasons: [expect.stringMatching(/was not granted by root 2/)] });
  });

  test("is refused where it only signed itself", async () => {
    const chain = { [rootPath(2)]: signRoot({ number: 2, keys: [next.rootKey], threshold: 1 }, [next]) };
    const { url } = await recordedMirror({ ...chain, ...signFeed(sampleFeed(), next) });
    const { status, answer } = await caller([url]).call();
    expect(status).toBe(3);
    expect(answer.feed.reasons).toEqual([expect.stringMatching(/root 2: it is signed by 0 of 1 keys of the root before it/)]);
  });
});

describe("what the feed names by its hash", () => {
  const services = [{ id: "frobnicator", name: "Frobnicator", domains: ["frobnicator.example"], on: ["aws"], category: "cloud" }];
  const catalogue = Buffer.from(JSON.stringify({ version: 2, services, sources: [] }));
  const path = "v2/catalogue.json";
  const named = { catalogue: { url: path, sha256: sha256Of(catalogue) } };

  test("is used: a service that only the newer catalogue has is found", async () => {
    const { url } = await recordedMirror({ ...signFeed(sampleFeed(now(), 0, named), root), [`/${path}`]: catalogue });
    expect((await caller([url]).call("down", "frobnicator")).status).toBe(0);
  });

  test("is left aside where it has another hash", async () => {
    const { url } = await recordedMirror({ ...signFeed(sampleFeed(now(), 0, named), root), [`/${path}`]: Buffer.from("{}") });
    const { call } = caller([url]);
    expect(await call("down", "frobnicator")).toMatchObject({ status: 2, err: expect.stringMatching(/no service, provider or place/) });
    expect((await call("down", "netflix")).status).toBe(1);
  });
});
