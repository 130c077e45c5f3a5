import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../../scripts/ranges/list-network.ts";
import { readQuery } from "../../../scripts/where/read-query.ts";

const script = fileURLToPath(new URL("../../../scripts/where.ts", import.meta.url));
let folder = "";

function where(...asks: string[]) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, ...asks], { cwd: folder, encoding: "utf8" });
  return {
    lines: stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line)),
    stderr,
    status,
  };
}

describe("where", () => {
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "where-"));
    mkdirSync(join(folder, "public"));
    writeFileSync(
      join(folder, "public/ranges.bin"),
      encodeTable([[listNetwork("3.0.0.0/8", "aws", "us-east-1"), listNetwork("2606:4700::/32", "cloudflare", null)]]).bytes,
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("prints a line for each name, URL and address, in the order they were asked", () => {
    const { lines, status } = where(
      "3.1.2.3",
      "[2606:4700::1]",
      "bucket.s3.eu-west-1.amazonaws.com",
      "https://www.netflix.com/browse",
      "example.com",
      "9.9.9.9",
    );
    expect(lines).toEqual([
      { ask: "3.1.2.3", provider: "aws", region: "us-east-1", service: null, by: "address" },
      { ask: "[2606:4700::1]", provider: "cloudflare", region: null, service: null, by: "address" },
      { ask: "bucket.s3.eu-west-1.amazonaws.com", provider: "aws", region: "eu-west-1", service: "s3", by: "host" },
      { ask: "https://www.netflix.com/browse", provider: "aws", region: null, service: null, by: "catalogue" },
      { ask: "example.com", provider: null, region: null, service: null, by: null },
      { ask: "9.9.9.9", provider: null, region: null, service: null, by: null },
    ]);
    expect(status).toBe(0);
  });

  test("names garbage, answers the rest and exits with 2", () => {
    const { lines, status } = where("not a name", "3.1.2.3");
    expect(lines[0]).toEqual({ ask: "not a name", error: "neither a name, a URL nor an address" });
    expect(lines[1]).toMatchObject({ provider: "aws" });
    expect(status).toBe(2);
  });

  test("answers names without a table, and says what is missing for addresses", () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "where-"));
    const run = spawnSync(process.execPath, [script, "app.vercel.app", "3.1.2.3"], { cwd: elsewhere, encoding: "utf8" });
    rmSync(elsewhere, { recursive: true });
    const lines = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines.map(({ provider }) => provider)).toEqual(["vercel", null]);
    expect(run.stderr).toContain("npm run ranges");
    expect(run.status).toBe(0);
  });

  test("explains itself and exits with 2 when nothing is asked", () => {
    const { stderr, status } = where();
    expect(stderr).toContain("NAME-OR-ADDRESS");
    expect(status).toBe(2);
  });
});

describe("what may be asked", () => {
  test.each([
    ["EXAMPLE.com", "example.com"],
    ["example.com.", "example.com"],
    ["example.com:8443", "example.com"],
    ["bücher.example", "xn--bcher-kva.example"],
    ["https://user@Example.com:1/x", "example.com"],
    ["https://[2600:1f18::1]:443/", "2600:1f18::1"],
    ["[2600:1f18::1]", "2600:1f18::1"],
    ["192.0.2.1:80", "192.0.2.1"],
    ["localhost", "localhost"],
    ["_dmarc.example.com", "_dmarc.example.com"],
    ["example.com/path?query", "example.com"],
    ["example.com:443/path", "example.com"],
    ["//example.com/path", "example.com"],
    ["wss://example.com/socket", "example.com"],
    ["postgres://user:pass@db.example.com:5432/app", "db.example.com"],
  ])("%s asks for %s", (query, host) => expect(readQuery(query)).toEqual({ host }));

  test.each([
    "",
    "  ",
    "a b",
    "a..b",
    "-a.com",
    "1.2.3",
    "999.1.1.1",
    "1.2.3.0/24",
    "http://",
    "https://exa mple.com",
    "http:///path",
    "file:///path",
    "https://:443",
    "example.com:99999",
    "word/path",
    "1.2.3.4:80/path",
    "2600::/32",
    "mailto:a@b.c",
    "[::1",
    "::g",
    "exa!mple.com",
    "x".repeat(64),
    `${"a.".repeat(130)}com`,
  ])("%j is garbage", (query) => expect(readQuery(query)).toHaveProperty("error"));
});
