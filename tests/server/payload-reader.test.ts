import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, onTestFinished, test } from "vitest";
import { createPayloadReader } from "../../server/poll/payload-reader.ts";
import type { Task } from "../../server/poll/payload-reading.ts";
import { handMadeBytes, handMadeJson } from "../unit/status-pages/reading.ts";
import { statuspage } from "./support/stand-in.ts";

const NOW = Date.parse("2026-03-03T09:10:00Z");
const PAGE = "https://status.example";
const BAD_PARSER = new URL("./support/parser-that-fails.mjs", import.meta.url);

function task(payload: string | Uint8Array, whole = false): Task {
  const source = { id: "example", provider: "example", site: null, page: PAGE, url: PAGE, now: NOW };
  return { format: "statuspage", bytes: Buffer.from(payload), source, whole };
}

function reader(deadline: number) {
  const opened = createPayloadReader({ worker: BAD_PARSER, deadline });
  onTestFinished(() => opened.close());
  return opened;
}

const saying = (words: string) => task(statuspage({ id: "i1", name: words }));
const asRead = { result: "read", reading: { parsed: true, incidents: [{ title: "Playback fails" }], unknown: [] } };
const fine = () => saying("Playback fails");

describe("the thread that parses", () => {
  test("reads what waits, in turn", async () => {
    const { read } = reader(20_000);
    const readings = await Promise.all(Array.from({ length: 20 }, fine).map(read));
    for (const reading of readings) expect(reading).toMatchObject(asRead);
  });

  test("is ended at the deadline where a payload hangs, the main thread goes on meanwhile, and the next payload is read", async () => {
    const { read } = reader(2000);
    let turns = 0;
    const ticking = setInterval(() => turns++, 10);
    onTestFinished(() => clearInterval(ticking));
    // The first payload waits for the thread to load, which is not a part of its time.
    const results = await Promise.all([fine(), saying("hang for ever"), fine(), saying("hang for ever"), fine()].map(read));
    expect(turns).toBeGreaterThan(20);
    const late = { result: "trouble", reason: "takes longer than 2 s to parse" };
    expect(results).toMatchObject([asRead, late, asRead, late, asRead]);
  });

  test("is ended where a payload takes all memory, and the server is not", async () => {
    const { read } = reader(30_000);
    const results = await Promise.all([saying("take all memory"), fine()].map(read));
    expect(results).toMatchObject([{ result: "trouble", reason: "takes too much memory to parse" }, asRead]);
  });

  test("may break down by a bug, which costs one payload", async () => {
    const { read } = reader(20_000);
    const results = await Promise.all([saying("break down"), fine()].map(read));
    expect(results).toMatchObject([{ result: "trouble", reason: "its parser broke down" }, asRead]);
  });

  test("ends at once where the server ends while a payload hangs, and settles what waits", async () => {
    const { read, close } = createPayloadReader({ worker: BAD_PARSER, deadline: 600_000 });
    await read(fine());
    const left = [read(saying("hang for ever")), read(fine())];
    await wait(50);
    await close();
    const stopped = { result: "trouble", reason: "the server stops" };
    expect(await Promise.all(left)).toEqual([stopped, stopped]);
    expect(await read(fine())).toEqual(stopped);
  });

  test("hands over a hundred incidents at most, the open ones first; all of them where all are wanted", async () => {
    const payload = handMadeJson("statuspage/two-open.json");
    const [one] = payload.incidents;
    const resolved = { status: "resolved", resolved_at: "2026-03-03T09:00:00Z", updated_at: "2026-03-03T09:00:00Z" };
    payload.incidents = Array.from({ length: 300 }, (_, index) => ({ ...one, id: `i${index}`, ...(index % 5 === 0 ? {} : resolved) }));
    const { read } = createPayloadReader();
    const incidentsOf = async (whole: boolean) => {
      const result = await read(task(JSON.stringify(payload), whole));
      return result.result === "read" ? result.reading.incidents : [];
    };
    const capped = await incidentsOf(false);
    expect(capped).toHaveLength(100);
    expect(capped.filter(({ status }) => status !== "resolved")).toHaveLength(60);
    expect(await incidentsOf(true)).toHaveLength(300);
  });

  test("reads AWS's UTF-16 as the main thread would", async () => {
    const { read } = createPayloadReader();
    const bytes = handMadeBytes("aws-health/global-and-resolved.utf16be.bin");
    expect(await read({ ...task(bytes), format: "aws-health" })).toMatchObject({ result: "read", reading: { parsed: true } });
  });
});
