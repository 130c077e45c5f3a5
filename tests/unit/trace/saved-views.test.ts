import { expect, test } from "vitest";
import { writtenAgain } from "./written-again.ts";

const HASH = "L".repeat(43);
const START = { t: 0, event: "start", trace: 1, name: "views", browser: "chromium", epoch: "2026-03-03T09:00:00Z" };
const ranges = [{ cidr: "192.0.2.0/24", provider: "aws", region: "us-east-1" }];
const TARGETS = {
  ...{ t: 1, event: "targets", sha256: HASH },
  names: ["aws/us-east-1", "aws/us-west-2", "www.netflix.com", "www.spotify.com"],
};
const feed = {
  ...{ version: 2, sequence: 1, issued: "2026-03-03T09:00:00Z", expires: "2026-03-03T09:29:00Z" },
  ...{ sources: { read: null, except: [] }, incidents: [] },
  views: {
    ...{ at: "2026-03-03T09:00:00Z", from: [{ id: "fra", except: ["netflix"] }], targets: HASH, blind: [] },
    fail: [{ target: "netflix", from: ["fra"] }],
  },
};
const page = { t: 3, event: "completed", tabId: 1, url: "https://www.netflix.com/", type: "main_frame", status: 200, ip: "192.0.2.7" };

function savedLines(...lines: object[]) {
  const { saved } = writtenAgain(lines.map((line) => JSON.stringify(line)).join("\n"), true);
  const read = saved
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  return { saved, find: (name: string) => read.find(({ event }) => event === name) };
}

test("a saved trace keeps what vantages ask of what is in it, under the pseudonyms, and nothing else of their list", () => {
  const { saved, find } = savedLines({ ...START, ranges }, TARGETS, { t: 2, event: "feed", feed }, page);
  expect(find("start")).toMatchObject({ services: [{ id: "service-1" }] });
  expect(find("targets")).toMatchObject({ sha256: HASH, names: [expect.stringMatching(/^www\.site-1\./), "aws/us-east-1"] });
  expect(find("feed").feed.views).toMatchObject({ from: [{ id: "fra", except: ["service-1"] }], fail: [{ target: "service-1" }] });
  expect(saved).not.toMatch(/netflix|spotify/);
});

test("a saved trace says nothing of a list that never came", () => {
  expect(savedLines({ ...START, ranges }, page).find("targets")).toBeUndefined();
});
