import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { joinFeeds } from "../../utils/core/feed/join.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { directAnswers } from "../../utils/feed/direct-answers.ts";
import { addOwnFeed, feedSettings, removeOwnFeed } from "../../utils/feed/feed-settings.ts";
import { loadFeedState } from "../../utils/feed/feed-state.ts";
import { feedStatuses } from "../../utils/feed/feed-statuses.ts";
import { storeDirectAnswer } from "../../utils/feed/store-direct-answer.ts";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, serve, startMirror } from "./support/mirrors.ts";
import { createSigner, feedDocument, incident, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, use } = followFeed();

test("an added feed that answers is no sign that the main feed's mirrors were reached", async () => {
  const intranet = createSigner();
  const ownFeeds = [
    { mirrors: [DEAD_MIRROR], rootKey: root.rootKey },
    { mirrors: [await serve(signFeed(feedDocument(1), intranet))], rootKey: intranet.rootKey },
  ];
  await fakeBrowser.storage.local.set({ ownFeeds });
  await client().refresh(0);
  expect(events).toMatchObject([
    { event: "feed-failed" },
    { event: "feeds", checked: 0, copies: [{ kind: "added" }] },
    { event: "connectivity", result: "unreachable" },
  ]);
});

test("a feed that is given up loses its consent to reports: who adds it again is asked again", async () => {
  const setting = { mirrors: [DEAD_MIRROR], rootKey: root.rootKey };
  const other = { [createSigner().rootKey]: "2026-03-03T09:00:00.000Z" };
  await addOwnFeed(setting);
  await fakeBrowser.storage.local.set({ reportConsent: { [setting.rootKey]: "2026-03-03T09:00:00.000Z", ...other } });
  await removeOwnFeed(setting.rootKey);
  expect(await fakeBrowser.storage.local.get("reportConsent")).toEqual({ reportConsent: other });
});

describe("several feeds", () => {
  const company = createSigner();
  const ofCompany = (sequence: number, minutesOld = 0) =>
    signFeed(feedDocument(sequence, minutesOld, { incidents: [incident("wiki", "intranet")] }), company);

  async function useBoth(first: string, second: string): Promise<void> {
    const ownFeeds = [
      { mirrors: [first], rootKey: root.rootKey },
      { mirrors: [second], rootKey: company.rootKey },
    ];
    await fakeBrowser.storage.local.set({ ownFeeds });
  }

  /** What the diagnosis sees of the last event. */
  function joined(now = Date.now()) {
    const last = events.findLast((event) => event.event === "feeds");
    return last?.event === "feeds" ? joinFeeds(last.copies, now) : null;
  }

  test("have names of their own, also where one begins with a key that looks like another's", async () => {
    const imitator = createSigner();
    const imitation = `${company.rootKey.slice(0, 20)}${imitator.rootKey.slice(20)},${imitator.rootKey}`;
    const own = [
      { mirrors: [DEAD_MIRROR], rootKey: root.rootKey },
      { mirrors: [await serve(signFeed(feedDocument(1), imitator))], rootKey: imitation },
      { mirrors: [await serve(ofCompany(3))], rootKey: company.rootKey },
    ];
    await fakeBrowser.storage.local.set({ ownFeeds: own });
    await client().refresh(0);
    const feeds = events.findLast((event) => event.event === "feeds");
    const copies = feeds?.event === "feeds" ? feeds.copies : [];
    expect(new Set(copies.map(({ of }) => of)).size).toBe(2);
  });

  test("reach the world together, each under its own name", async () => {
    await useBoth(await serve(signFeed(feedDocument(7, 0, { incidents: [incident("cloud", "aws")] }), root)), await serve(ofCompany(3)));
    expect((await client().refresh(0)).ok).toBe(true);
    const name = company.rootKey;
    expect(events.at(-1)).toMatchObject({
      event: "feeds",
      copies: [
        { kind: "main", of: "" },
        { kind: "added", of: name },
      ],
    });
    expect(joined()?.incidents.map(({ id }) => id)).toEqual(["cloud", `${name}:wiki`]);
  });

  test("can neither end nor silence each other", async () => {
    const same = { ...incident("cloud", "aws"), title: "Errors" };
    const over = { ...same, status: "resolved", resolved: new Date().toISOString(), title: "All good" };
    const short = feedDocument(3, 29, { incidents: [over] });
    await useBoth(await serve(signFeed(feedDocument(7, 0, { incidents: [same] }), root)), await serve(signFeed(short, company)));
    await client().refresh(0);
    expect(joined()?.incidents.map(({ status, title }) => [status, title])).toEqual([
      ["investigating", "Errors"],
      ["resolved", "All good"],
    ]);
    const later = joined(Date.now() + 5 * MINUTE);
    expect(later?.incidents.map(({ title }) => title)).toEqual(["Errors"]);
    expect(Date.parse(later?.expires ?? "")).toBeGreaterThan(Date.now() + 25 * MINUTE);
  });

  test("are held to their own keys and their own sequence", async () => {
    await useBoth(await serve(signFeed(feedDocument(7), root)), await serve(ofCompany(3)));
    await client().refresh(0);
    await useBoth(await serve(ofCompany(9)), await serve(ofCompany(2)));
    expect((await client().refresh(0)).reason).toMatch(/was not granted by root 1/);
    expect((await loadFeedState(company)).trouble?.reason).toMatch(/number 2 is older than 3/);
  });

  test("still count where one of them cannot be reached, and a company's dead mirror says nothing about the connection", async () => {
    await useBoth(await serve(signFeed(feedDocument(7), root)), DEAD_MIRROR);
    expect((await client().refresh(0)).ok).toBe(true);
    expect(events.map(({ event }) => event)).toEqual(["connectivity", "feeds"]);
    expect((await feedStatuses(Date.now(), Promise.resolve({}))).others).toMatchObject([
      { name: "127.0.0.1:9", status: { state: "never" } },
    ]);
  });

  test("may be set by an organisation; what is no feed is left out", async () => {
    vi.spyOn(fakeBrowser.storage.managed, "get").mockResolvedValue({
      feeds: [
        { mirrors: [await serve(ofCompany(3))], rootKey: company.rootKey },
        { mirrors: ["ftp://nowhere"], rootKey: "x" },
      ],
      askStatusPages: true,
    } as never);
    const warned = vi.spyOn(console, "warn").mockReturnValue();
    expect((await client().refresh(0)).ok).toBe(true);
    expect(await feedSettings()).toMatchObject({
      feeds: [{ from: "policy", rootKey: company.rootKey }],
      askStatusPages: true,
      askIsSet: true,
    });
    expect(warned.mock.calls.flat().join()).toContain("ftp://nowhere");
    vi.restoreAllMocks();
  });

  test("are joined with the answer of a status page, which expires by itself", async () => {
    await use([await serve(signFeed(feedDocument(7), root))]);
    const running = client();
    await running.refresh(0);
    const now = Date.now();
    expect(await storeDirectAnswer("aws", true, [{ ...incident("asked"), title: "x".repeat(300) } as never], now)).toBe(false);
    expect(await storeDirectAnswer("aws", true, [incident("asked") as never], now)).toBe(true);
    await running.emitFeeds();
    expect(joined()?.incidents.map(({ id }) => id)).toEqual(["direct-aws:asked"]);
    expect(joined()?.sources.named).toMatchObject([{ id: "aws", ok: true }]);
    expect(await directAnswers(now + 16 * 60_000)).toEqual([]);
  });

  test("that are added while others are asked for are asked for too", async () => {
    const { promise: released, resolve: release } = Promise.withResolvers<void>();
    const files = signFeed(feedDocument(7), root);
    const slow = await startMirror(({ url = "" }, reply) => void released.then(() => reply.end(files[url])));
    await use([slow]);
    const running = client();
    const first = running.refresh(0);
    await useBoth(slow, await serve(ofCompany(3)));
    const second = running.refresh(0);
    release();
    expect([await first, await second]).toMatchObject([{ ok: true }, { ok: true }]);
    expect((await loadFeedState(company)).feed?.sequence).toBe(3);
  });
});
