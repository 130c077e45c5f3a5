import { describe, expect, test } from "vitest";
import { FORMATS } from "../../../utils/core/status-pages/format-names.ts";
import { handMade, realOnes } from "./payload-files.ts";
import { read } from "./reading.ts";

const UNREADABLE = { parsed: false, incidents: [], unknown: [] };

const LOGIN = "<!DOCTYPE html><html><head><title>Sign in</title></head><body><h1>401 Unauthorized</h1></body></html>";
const ANSWERS: [what: string, payload: string][] = [
  ["a page that asks to sign in", LOGIN],
  ["an HTML page without a doctype", "<html><body>Everything is fine</body></html>"],
  ["an error in JSON", '{"error":"unauthorized","code":401}'],
  ["an error in XML", '<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>'],
  ["a text", "Invalid request blocked"],
  ["JSON's null", "null"],
  ["a number", "200"],
  ["an empty object", "{}"],
  ["a list of nothing useful", "[null, 1, {}]"],
];

/** incident.io also serves the format of Statuspage, FlashDuty answers as its widget does, and `rss` reads any feed. */
const ALSO_READS = new Map([
  ["incident-io", new Set(["statuspage", "flashduty"])],
  ["statuspage", new Set(["incident-io"])],
  ["rss", new Set(["aws-rss", "azure-rss", "statuspage-atom", "microsoft-365"])],
]);

/** Smaller payloads cover the formats of the largest ones too. */
const others = [...handMade(), ...realOnes()].filter(({ bytes }) => bytes.length < 60_000);

describe("a source that turns into something else is unreadable, not healthy", () => {
  for (const [what, payload] of ANSWERS) {
    test.each(FORMATS)(`%s does not read ${what}`, (format) => {
      expect(read(format, payload)).toEqual(UNREADABLE);
    });
  }

  test.each(FORMATS)("%s does not read the payloads of other platforms", (format) => {
    for (const file of others) {
      if (file.format === format || ALSO_READS.get(format)?.has(file.format)) continue;
      expect({ name: file.name, ...read(format, file.bytes) }).toEqual({ name: file.name, ...UNREADABLE });
    }
  });

  test("a document that declares entities is not read: expanding them could fill the memory", () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title><link>https://aws.amazon.com</link></channel></rss>';
    expect(read("aws-rss", bomb)).toEqual(UNREADABLE);
    expect(read("rss", bomb)).toEqual(UNREADABLE);
  });

  test("JSON that nests too deep is not read", () => {
    expect(read("aws-health", "[".repeat(100_000))).toEqual(UNREADABLE);
    expect(read("aws-health", `${"[".repeat(2000)}${"]".repeat(2000)}`)).toEqual(UNREADABLE);
  });

  test("a payload above the size limit is not read", () => {
    expect(read("aws-health", `[${" ".repeat(9 * 1024 * 1024)}]`)).toEqual(UNREADABLE);
  });

  test("a page is unreadable where another value is in the place of a list", () => {
    expect(read("statuspage", { page: { id: "a" }, incidents: "none", components: [] })).toEqual(UNREADABLE);
    expect(read("heroku", { status: [], incidents: [], scheduled: [] })).toEqual(UNREADABLE);
    expect(read("apple", { services: [] })).toEqual(UNREADABLE);
    expect(read("oracle", { regionHealthReports: [] })).toEqual(UNREADABLE);
    expect(read("slack", { status: "ok" })).toEqual(UNREADABLE);
    expect(read("statuspage", [])).toEqual(UNREADABLE);
  });
});
