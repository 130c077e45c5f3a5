import { describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { directAnswers } from "../../utils/feed/direct-answers.ts";
import { feedSettings } from "../../utils/feed/feed-settings.ts";
import { feedStatuses, loadFeedState } from "../../utils/feed/feed-state.ts";
import { storeDirectAnswer } from "../../utils/feed/store-direct-answer.ts";
import { followFeed } from "./support/followed-feed.ts";
import { DEAD_MIRROR, serve } from "./support/mirrors.ts";
import { createSigner, feedDocument, incident, signFeed } from "./support/signed-feeds.ts";

const { client, events, root, use } = followFeed();

describe("several feeds", () => {
  const company = createSigner();
  const ofCompany = (sequence: number, minutesOld = 0) =>
    signFeed(feedDocument(sequence, minutesOld, { incidents: [incident("wiki")] }), company);

  async function useBoth(first: string, second: string): Promise<void> {
    const ownFeeds = [
      { mirrors: [first], rootKey: root.rootKey },
      { mirrors: [second], rootKey: company.rootKey },
    ];
    await fakeBrowser.storage.local.set({ ownFeeds });
  }

  test("reach the world joined into one", async () => {
    await useBoth(await serve(signFeed(feedDocument(7, 0, { incidents: [incident("cloud")] }), root)), await serve(ofCompany(3)));
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    const last = events.at(-1);
    expect(last).toMatchObject({ event: "feed", instead: true });
    expect(last?.event === "feed" && last.feed.incidents.map(({ id }) => id)).toEqual(["cloud", "wiki"]);
  });

  test("are held to their own keys and their own sequence", async () => {
    await useBoth(await serve(signFeed(feedDocument(7), root)), await serve(ofCompany(3)));
    await client().refresh(0);
    await useBoth(await serve(ofCompany(9)), await serve(ofCompany(2)));
    expect((await client().refresh(0)).reason).toMatch(/key that is not known/);
    expect((await loadFeedState(company)).trouble?.reason).toMatch(/sequence 2 is older than 3/);
  });

  test("still count where one of them cannot be reached, and a company's dead mirror says nothing about the connection", async () => {
    await useBoth(await serve(signFeed(feedDocument(7), root)), DEAD_MIRROR);
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
    expect(events.map(({ event }) => event)).toEqual(["feed"]);
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
    expect(await client().refresh(0)).toEqual({ ok: true, reason: null });
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
    await running.takeDirectAnswers();
    const last = events.at(-1);
    expect(last?.event === "feed" && last.feed.incidents.map(({ id }) => id)).toEqual(["asked"]);
    expect(last?.event === "feed" && last.feed.sources).toMatchObject([{ id: "aws", ok: true }]);
    expect(await directAnswers(now + 16 * 60_000)).toEqual([]);
  });
});
