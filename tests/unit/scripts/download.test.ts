import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { download } from "../../../scripts/ranges/download.ts";
import { readLines } from "../../../scripts/ranges/lines.ts";
import { UnreadableList } from "../../../scripts/ranges/list-network.ts";
import { readDocuments } from "../../../scripts/ranges/read-documents.ts";
import type { Vendor } from "../../../scripts/ranges/vendors.ts";

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/list") return response.end("104.16.7.0/24\n");
    if (request.url === "/moved") return response.writeHead(302, { location: "/list" }).end();
    if (request.url === "/torn") {
      response.writeHead(200, { "content-length": 1000 }).write("104.16.7.0/24\n", () => response.destroy());
      return response;
    }
    if (request.url === "/page") return response.end(`<a href="${origin}/list">this week's list</a>`);
    return response.writeHead(403).end("Invalid request blocked");
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

function vendor(urls: string[], link?: RegExp): Vendor {
  return { id: "acme", urls, ...(link === undefined ? {} : { link }), json: () => [], lines: (text) => readLines(text, "acme", false) };
}

describe("downloading a vendor's lists", () => {
  test("fetches all of them, following redirects", async () => {
    const acme = vendor([`${origin}/list`, `${origin}/moved`]);
    const documents = await download(acme);
    expect(readDocuments(acme, documents).map(({ provider, bits }) => [provider, bits])).toEqual([
      ["acme", 24],
      ["acme", 24],
    ]);
  });

  test("finds a list whose address changes by the link on its page", async () => {
    const acme = vendor([`${origin}/page`], /http:\/\/[^"]+\/list/);
    expect((await download(acme)).map(({ name }) => name)).toEqual([`${origin}/list`]);
  });

  test("says which address answered what when one of them fails", async () => {
    await expect(download(vendor([`${origin}/list`, `${origin}/blocked`]))).rejects.toThrow(`${origin}/blocked: HTTP 403`);
    await expect(download(vendor([`${origin}/list`], /http:\/\/[^"]+\/list/))).rejects.toThrow("the link to the list is not on the page");
    await expect(download(vendor(["http://127.0.0.1:9/list"]))).rejects.toThrow("http://127.0.0.1:9/list: ");
  });

  test("takes a download that breaks off for an unreadable list, so that the last readable one is used", async () => {
    const torn = download(vendor([`${origin}/torn`]));
    await expect(torn).rejects.toThrow(UnreadableList);
    await expect(torn).rejects.toThrow(`${origin}/torn: `);
  });
});
