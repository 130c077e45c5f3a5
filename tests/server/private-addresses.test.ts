import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { isPublicAddress } from "../../server/net/public-address.ts";
import { readSources } from "../../server/own-sources.ts";
import { fetchPayload } from "../../server/poll/fetch-payload.ts";
import { mayBePrivate } from "../../server/poll/read-source.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { standIn } from "./support/stand-in.ts";

const NOTHING_KNOWN = { etag: null, lastModified: null };

function fetched(url: string, allowed: boolean, known = NOTHING_KNOWN as { etag: string | null; lastModified: string | null }) {
  return fetchPayload({ url, known, userAgent: "Test/1", mayBePrivate: allowed }, new AbortController().signal);
}

describe("an address", () => {
  test.each(["8.8.8.8", "1.1.1.1", "2606:4700::1111", "2a00:1450:4001::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])(
    "%s is public",
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );

  test.each([
    ["of this machine", ["127.0.0.1", "127.255.0.1", "::1", "0.0.0.0", "::"]],
    ["of a private network", ["10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "fc00::1", "fdff::1", "fec0::1"]],
    ["of a link, such as a cloud's metadata", ["169.254.169.254", "fe80::1", "fe80::1%eth0"]],
    ["of many receivers", ["224.0.0.1", "239.1.1.1", "255.255.255.255", "ff02::1"]],
    ["of the host agent of a cloud", ["168.63.129.16", "::ffff:168.63.129.16", "64:ff9b::a83f:8110"]],
    ["that is reserved", ["192.0.2.1", "198.18.0.1", "203.0.113.1", "240.0.0.1", "2001:db8::1", "100::1", "4000::1", "5f00::1"]],
    [
      "of IPv4 written as IPv6",
      ["::ffff:127.0.0.1", "::ffff:a00:1", "::10.0.0.1", "64:ff9b::a00:1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1"],
    ],
    ["of a tunnel", ["2002:7f00:1::", "2002:a00:1::1", "2001:0:a00:1::1"]],
    ["that is none", ["", "localhost", "1.2.3", "8.8.8.8:80"]],
  ])("%s is not public", (_, addresses) => {
    expect(addresses.filter(isPublicAddress)).toEqual([]);
  });
});

describe("fetching a source that is not the operator's own", () => {
  test.each(["localhost", "127.0.0.1", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]", "0.0.0.0", "127.0.0.1."])(
    "does not connect to a private network, by whatever name: %s",
    async (host) => {
      let asked = 0;
      const { port } = new URL(await standIn((_, reply) => reply.end(String(asked++))));
      expect(await fetched(`http://${host}:${port}/`, false)).toMatchObject({
        result: "trouble",
        reason: "leads to an address that is not public",
        detail: expect.stringContaining('"private": true'),
      });
      expect(asked).toBe(0);
    },
  );

  test("connects where the operator allows it", async () => {
    const { port } = new URL(await standIn((_, reply) => reply.end("here")));
    expect(await fetched(`http://localhost:${port}/`, true)).toMatchObject({ result: "payload" });
  });

  test("is allowed to reach a private network where its own address is one, or its entry says so", () => {
    const sourceAt = (url: string, isPrivate?: true) => ({ url, ...(isPrivate ? { isPrivate } : {}) }) as Source;
    for (const url of [
      "http://127.0.0.1:8080/",
      "http://10.0.0.1/",
      "http://[fd00::1]/",
      "http://localhost/",
      "http://intranet/",
      "https://status.internal/",
    ])
      expect(mayBePrivate(sourceAt(url))).toBe(true);
    for (const url of ["https://status.example.com/", "https://8.8.8.8/", "https://10.0.0.1.example.com/"]) {
      expect(mayBePrivate(sourceAt(url))).toBe(false);
      expect(mayBePrivate(sourceAt(url, true))).toBe(true);
    }
  });

  test("an operator's list says so by `private`", () => {
    const file = join(scratchFolder(), "sources.json");
    const entry = { format: "statuspage", site: "acme", url: "https://status.acme.example/summary.json" };
    writeFileSync(
      file,
      JSON.stringify([
        { ...entry, id: "own", private: true },
        { ...entry, id: "other" },
      ]),
    );
    expect(readSources(file, "--sources").map((source) => mayBePrivate(source))).toEqual([true, false]);
    writeFileSync(file, JSON.stringify([{ ...entry, id: "own", private: "yes" }]));
    expect(() => readSources(file, "--sources")).toThrow(/0\.private/);
  });
});

describe("a redirect", () => {
  test("to another port or scheme of the same host is not followed", async () => {
    let asked = 0;
    const inside = await standIn((_, reply) => reply.end(String(asked++)));
    for (const target of [`${inside}/latest/meta-data/`, inside.replace("http:", "https:")]) {
      const url = await standIn((_, reply) => reply.writeHead(302, { Location: target }).end());
      expect(await fetched(url, true)).toMatchObject({ reason: "moved to another origin", detail: new URL(target).href });
    }
    expect(asked).toBe(0);
  });

  test("takes no validators along, and gives none: they belong to the address that they came from", async () => {
    const conditions: (string | undefined)[] = [];
    const url = await standIn((request, reply) => {
      conditions.push(request.headers["if-none-match"] ?? request.headers["if-modified-since"]);
      if (request.url === "/new") reply.writeHead(200, { ETag: '"new"', "Last-Modified": "Tue, 03 Mar 2026 09:00:00 GMT" }).end("{}");
      else reply.writeHead(302, { Location: "/new" }).end();
    });
    const reply = await fetched(`${url}/old`, true, { etag: '"old"', lastModified: null });
    expect(conditions).toEqual(['"old"', undefined]);
    expect(reply).toMatchObject({ result: "payload", etag: null, lastModified: null });
  });
});
