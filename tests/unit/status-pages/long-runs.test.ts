import { afterAll, describe, expect, test } from "vitest";
import { createPayloadReader } from "../../../server/poll/payload-reader.ts";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { withLongRuns } from "./long-runs.ts";
import { handMade } from "./payload-files.ts";

/*
 * The work of every parser must grow no faster than its payload. The server's own thread tells, with half of its deadline: at
 * 39,000 characters a quadratic pattern takes two seconds, and all that is linear some milliseconds, so a busy machine changes nothing.
 */
const reader = createPayloadReader({ deadline: 1000 });
afterAll(reader.close);

const SOURCE = {
  ...{ id: "long", provider: "aws", site: null, page: "https://status.example.com", url: "https://status.example.com/payload" },
  now: Date.parse("2026-11-23T00:00:00Z"),
};

describe("a payload with a long run of one thing in any of its texts", () => {
  test.each(FORMATS)(
    "%s is read, or refused, in time",
    async (format) => {
      const seen = new Set<string>();
      const slow: string[] = [];
      let count = 0;
      // The smallest first: most texts are met in payloads that are read quickly.
      const files = handMade().filter((own) => own.format === format);
      for (const file of files.toSorted((one, other) => one.bytes.length - other.bytes.length)) {
        for (const { path, run, text } of withLongRuns(file, seen)) {
          count++;
          const read = await reader.read({ format, bytes: Buffer.from(text), source: SOURCE, whole: true });
          if (read.result === "trouble") slow.push(`${file.name} ${path} ${JSON.stringify(run.slice(0, 12))}: ${read.reason}`);
        }
      }
      expect(count).toBeGreaterThan(0);
      expect(slow).toEqual([]);
    },
    120_000,
  );

  test("a saved payload whose source is to be found out by such a text is read in time", async () => {
    for (const file of handMade().filter(({ name }) => name === "statuspage/postmortem.json")) {
      for (const { text } of withLongRuns(file, new Set()))
        expect(
          await reader.read({ format: "statuspage", bytes: Buffer.from(text), source: { unknownAt: SOURCE.now }, whole: true }),
        ).toMatchObject({
          result: "read",
        });
    }
  }, 120_000);
});
