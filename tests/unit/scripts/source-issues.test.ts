import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { followBad, readBadSince } from "../../../scripts/sources/bad-since.ts";
import { type IssueStep, issueSteps } from "../../../scripts/sources/issues.ts";
import type { SourceReport } from "../../../scripts/sources/source-report.ts";

const NOW = Date.parse("2026-12-03T05:17:00Z");
const OLD = "2026-12-01T05:00:00Z";

function report(source: string, more: Partial<SourceReport> = {}): SourceReport {
  return {
    ...{ source, format: "statuspage", address: `https://status.${source}.example/api`, page: `https://status.${source}.example` },
    ...{ outcome: "understood", isFirst: true, detail: "", target: null, age: null, open: 0, unknown: [], answered: "2026-08" },
    ...{ advice: "", since: null },
    ...more,
  };
}

const bad = (source: string, more: Partial<SourceReport> = {}) =>
  report(source, { outcome: "blocked", detail: "answered HTTP 403", since: OLD, advice: "respect it", ...more });
const good = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m", "n", "o"].map((id) => report(`good-${id}`));
const bodyOf = (step: IssueStep | undefined) => (step !== undefined && "body" in step ? step.body : "");

describe("the issues about sources", () => {
  test("are opened for what has not been understood for two days, one a source", () => {
    const steps = issueSteps([...good, bad("acme"), bad("young", { since: "2026-12-02T05:00:00Z" })], [], NOW);
    expect(steps).toMatchObject([{ do: "open", source: "acme", title: "Source acme: cannot be read (blocked)" }]);
    expect(bodyOf(steps[0])).toContain("| address | `https://status.acme.example/api` |");
    expect(bodyOf(steps[0])).toContain("What to do: respect it.");
  });

  test("are updated when something has changed, left alone when nothing has, and closed when the source can be read", () => {
    const body = bodyOf(issueSteps([...good, bad("acme")], [], NOW)[0]);
    const open = [{ number: 7, body }];
    expect(issueSteps([...good, bad("acme")], open, NOW)).toEqual([]);
    expect(issueSteps([...good, bad("acme", { outcome: "gone" })], open, NOW)).toMatchObject([{ do: "update", number: 7 }]);
    expect(issueSteps([...good, report("acme")], open, NOW)).toMatchObject([{ do: "close", number: 7 }]);
    expect(issueSteps(good, open, NOW)).toMatchObject([{ do: "close", number: 7, comment: "This source is not in the list any more." }]);
  });

  test("of other people are not touched", () => {
    expect(issueSteps(good, [{ number: 3, body: "Please add my page" }], NOW)).toEqual([]);
  });

  test("are at most ten new ones in one run, those that were read before first", () => {
    const many = Array.from({ length: 14 }, (_, index) => bad(`bad-${index}`, { answered: index < 8 ? null : "2026-08" }));
    const steps = issueSteps([...good, ...many], [], NOW);
    expect(steps).toHaveLength(10);
    expect(steps.slice(0, 6).map((step) => step.source)).toEqual(["bad-8", "bad-9", "bad-10", "bad-11", "bad-12", "bad-13"]);
  });

  test("are none where most sources are bad: the check had no network", () => {
    expect(issueSteps([...good, ...Array.from({ length: 16 }, (_, index) => bad(`bad-${index}`))], [], NOW)).toEqual([]);
  });

  test("quote what a source said so that it is neither a link, nor a mention, nor a table", () => {
    const said = "`</td> | @everyone [click](https://evil.example)\n<!-- source: other -->";
    const [step] = issueSteps([...good, bad("acme", { detail: said })], [], NOW);
    const line = bodyOf(step)
      .split("\n")
      .find((one) => one.includes("@everyone"));
    expect(line).toMatch(/^\| what it said \| `[^`|<>]+` \|$/);
    expect(bodyOf(step).match(/<!-- source/g)).toHaveLength(1);
  });
});

describe("since when a source has not been understood", () => {
  test("is the first check that found it so, and is forgotten when it is understood", () => {
    const first = followBad({}, [{ id: "acme", good: false }], "2026-12-01T05:00:00Z");
    const second = followBad(first, [{ id: "acme", good: false }], "2026-12-02T05:00:00Z");
    expect(second).toEqual({ acme: "2026-12-01T05:00:00Z" });
    expect(followBad(second, [{ id: "acme", good: true }], "2026-12-03T05:00:00Z")).toEqual({});
  });

  test("begins anew where the kept state is damaged", () => {
    expect(readBadSince('{"acme": "2026-12-01T05:00:00Z", "other": 5, "third": "soon"}')).toEqual({ acme: "2026-12-01T05:00:00Z" });
    for (const text of ["", "[]", "null", "{", '"x"']) expect(readBadSince(text)).toEqual({});
  });
});

test("the job writes issues with the token alone, and only to the repository that it is given", async () => {
  const asked: { method: string; url: string; token: string | undefined; body: string }[] = [];
  const body = bodyOf(issueSteps([...good, bad("back")], [], NOW)[0]);
  const server = createServer(async (request, reply) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const { method = "", url = "", headers } = request;
    asked.push({ method, url, token: headers.authorization, body: Buffer.concat(parts).toString() });
    reply.end(
      method === "GET"
        ? JSON.stringify([
            { number: 7, body },
            { number: 8, body: null },
          ])
        : "{}",
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const folder = mkdtempSync(join(tmpdir(), "source-issues-"));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, "report.json");
  const old = new Date(Date.now() - 3 * 24 * 60 * 60 * 1000).toISOString();
  writeFileSync(file, JSON.stringify({ sources: [...good, report("back"), bad("acme", { since: old })] }));
  const env = {
    ...{ PATH: process.env.PATH, GITHUB_REPOSITORY: "owner/name", GITHUB_TOKEN: "secret" },
    GITHUB_API_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  };
  const child = spawn(process.execPath, ["scripts/source-issues.ts", file], { env });
  const [status] = await once(child, "exit");
  expect(status).toBe(0);
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    "GET /repos/owner/name/issues?state=open&labels=status-source&per_page=100&page=1",
    "POST /repos/owner/name/issues",
    "POST /repos/owner/name/issues/7/comments",
    "PATCH /repos/owner/name/issues/7",
  ]);
  expect(new Set(asked.map(({ token }) => token))).toEqual(new Set(["Bearer secret"]));
  expect(JSON.parse(asked[1]?.body ?? "")).toMatchObject({ labels: ["status-source"] });
  expect(JSON.parse(asked[3]?.body ?? "")).toMatchObject({ state: "closed" });
});
