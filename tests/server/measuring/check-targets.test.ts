import { expect, test } from "vitest";
import { askedDates, checkTable, isInOrder } from "../../../scripts/targets/check-table.ts";
import { checkTargets } from "../../../server/measure/check-targets.ts";
import type { MeasuredTarget } from "../../../server/measure/targets.ts";
import { type SmallInternet, smallInternet } from "../support/small-internet.ts";

const target = (id: string, path = "/ping"): MeasuredTarget => ({ id, host: `${id}.example.com`, path, reason: "a stand-in" });
const ANCHORS = ["one", "two", "three"];
const USER_AGENT = "NotJustMeFeed/2 (+https://feed.example.org/about)";

type Asked = { host: string; path: string; agent: string | undefined };

/** Hosts that all answer with a page, but for those that a test gives a status of their own; and what they were asked. */
async function openHosts(ids: string[], statuses: { [id: string]: number } = {}, robots: { [id: string]: string } = {}) {
  const small = await smallInternet();
  const asked: Asked[] = [];
  for (const id of ids) {
    await small.host(`${id}.example.com`, {
      https({ headers, url = "" }, reply) {
        asked.push({ host: headers.host ?? "", path: url, agent: headers["user-agent"] });
        if (url === "/robots.txt") reply.writeHead(robots[id] === undefined ? 404 : 200).end(robots[id]);
        else reply.writeHead(statuses[id] ?? 200, { "Retry-After": "60" }).end("a page");
      },
    });
  }
  return { small, asked };
}

function check(list: MeasuredTarget[], { internet }: SmallInternet) {
  return checkTargets(list, { anchors: ANCHORS, userAgent: USER_AGENT, internet });
}

test("a check asks each target once, says who asks, and prints what a maintainer has to do", async () => {
  const ids = [...ANCHORS, "region", "page", "forbidden", "key", "busy", "law", "broken"];
  const { small, asked } = await openHosts(
    ids,
    { key: 401, busy: 429, law: 451, broken: 503 },
    { forbidden: "User-agent: NotJustMeFeed\nDisallow: /", page: "User-agent: *\nDisallow: /private" },
  );
  await small.host("closed.example.com", {});
  const list = [...ids, "closed", "gone"].map((id) => target(id, id === "page" || id === "forbidden" ? "/" : "/ping"));
  list.push(target("gone-page", "/"), { ...target("shut", "/"), host: "closed.example.com" });

  const checks = await check(list, small);
  const questions = asked.filter(({ path }) => path !== "/robots.txt").map(({ host }) => host);
  expect(questions.toSorted()).toEqual(
    ids
      .filter((id) => id !== "forbidden")
      .map((id) => `${id}.example.com`)
      .toSorted(),
  );
  expect(asked.filter(({ path }) => path === "/robots.txt").map(({ host }) => host)).toEqual(["page.example.com", "forbidden.example.com"]);
  expect(new Set(asked.map(({ agent }) => agent))).toEqual(new Set([USER_AGENT]));

  const table = checkTable(checks).map((line) => line.replace(/after \d+ ms/, "after N ms").replace(/ {2,}/g, "  "));
  expect(table.join("\n")).toBe(
    `name does not exist (2). To do: correct the name, or remove the target.
  gone  gone.example.com/ping
  gone-page  gone-page.example.com/

fails (2). To do: look at it by hand; correct it where it fails again.
  broken  broken.example.com/ping  http.error, HTTP 503
  closed  closed.example.com/ping  tcp.refused

not known (1). To do: nothing, unless it stays so.
  shut  closed.example.com/  not asked, because its robots.txt could not be read

no view: turns programs away (4). To do: find a name or path that answers, or remove the target.
  forbidden  forbidden.example.com/  robots.txt keeps programs out
  key  key.example.com/ping  HTTP 401: it turns programs away, or this one
  busy  busy.example.com/ping  HTTP 429: it turns programs away, or this one
  law  law.example.com/ping  HTTP 451: it turns programs away, or this one

answered (5). To do: nothing.
  one  one.example.com/ping  HTTP 200 after N ms
  two  two.example.com/ping  HTTP 200 after N ms
  three  three.example.com/ping  HTTP 200 after N ms
  region  region.example.com/ping  HTTP 200 after N ms
  page  page.example.com/  HTTP 200 after N ms

14 targets: 5 answered, 4 no view: turns programs away, 1 not known, 2 fails, 2 name does not exist.`,
  );
  expect(isInOrder(checks)).toBe(false);
  expect(isInOrder(checks.filter(({ seen }) => seen.kind === "answered" || seen.kind === "no-view"))).toBe(true);

  // What was not asked keeps the mark that it had: none.
  const dates = askedDates(list, checks, "2026-12-07");
  expect(Object.keys(dates)).not.toContain("closed.example.com/");
  expect(dates["gone.example.com/ping"]).toBe("2026-12-07");
  expect(Object.keys(dates)).toHaveLength(list.length - 1);
});

test("a check whose anchors are silent says so, and asks nobody else", async () => {
  const { small, asked } = await openHosts([...ANCHORS, "region"], { one: 503, three: 503 });
  await expect(
    check(
      [...ANCHORS, "region"].map((id) => target(id)),
      small,
    ),
  ).rejects.toThrow("one, two, three: fewer than 2 of these answer, so the connection of this machine is in doubt");
  expect(asked.map(({ host }) => host)).not.toContain("region.example.com");
});

test("a check in which most targets fail marks none of them", async () => {
  const { small } = await openHosts(ANCHORS);
  const list = [...ANCHORS, "a", "b", "c", "d"].map((id) => target(id));
  await expect(check(list, small)).rejects.toThrow("4 of 7 targets fail");
});
