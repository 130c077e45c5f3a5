import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import http, { type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { BrowserFamily } from "../../scripts/browsers/find.ts";
import { launchBrowser } from "../../scripts/browsers/launch.ts";
import { startServer } from "../../server/server.ts";
import { openStore } from "../../server/store/store.ts";
import { bucketStart, bucketText, REPORTS_PATH } from "../../utils/core/reports/report.ts";
import { inFamily } from "../instruments/browser/in-family.ts";
import { ALL_WAYS, reportingSite } from "./reporting-page.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of closing.splice(0).reverse()) await step();
});

async function onLoopback(listener: RequestListener): Promise<number> {
  const server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}

/** Hands every request on with its headers, and notes which were answered how. */
function noting(target: string, answered: Map<string, number>): RequestListener {
  return (request, reply) => {
    const { method, url = "", headers } = request;
    const onward = http.request(target + url, { method, headers }, (answer) => {
      const { statusCode = 0 } = answer;
      reply.writeHead(statusCode, answer.headers);
      answer.pipe(reply);
      answer.on("end", () => answered.set(url.replace(/^.*\?/, ""), statusCode));
    });
    request.pipe(onward);
  };
}

/** An extension that does nothing but report once at its start, as ours does. */
function writeReporter(folder: string, family: BrowserFamily, target: string, report: string): void {
  mkdirSync(folder);
  // Firefox hides the extension's own id only from hosts that it has permission for; Chromium's is the same for everybody and needs none.
  const manifest = {
    ...{ manifest_version: 3, name: "reporter", version: "1", host_permissions: family === "firefox" ? ["http://127.0.0.1/*"] : [] },
    background: { service_worker: "background.js", scripts: ["background.js"] },
    browser_specific_settings: { gecko: { id: "reporter@example.org" } },
  };
  const init = { method: "POST", body: report, mode: "no-cors", referrerPolicy: "no-referrer", credentials: "omit", cache: "no-store" };
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(join(folder, "background.js"), `fetch(${JSON.stringify(`${target}?extension`)}, ${JSON.stringify(init)});`);
}

inFamily("reports", (found) => {
  test("of web pages are answered like any other and kept nowhere, in whatever way a page sends them; an extension's is kept", async () => {
    if (found === null) throw new Error("there is no browser");
    const folder = mkdtempSync(join(tmpdir(), "pages-cannot-report-"));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const dataDir = join(folder, "data");
    const server = await startServer({ host: "127.0.0.1", port: 0, dataDir, sources: [], publishEverySeconds: 60, rangesFile: "none" });
    closing.push(() => server.close());
    const answered = new Map<string, number>();
    const target = `http://127.0.0.1:${await onLoopback(noting(server.url, answered))}${REPORTS_PATH}`;
    const reportOn = (service: string) =>
      JSON.stringify({ v: 1, service, on: null, failure: "http.error", bucket: bucketText(bucketStart(Date.now())) });
    const answer = reportingSite(target, reportOn("paypal"));
    const site = await onLoopback(({ url = "/" }, reply) => {
      const { type, body, headers } = answer(url);
      reply.writeHead(200, { "content-type": type, ...headers }).end(body);
    });
    const extension = join(folder, "extension");
    writeReporter(extension, found.family, target, reportOn("netflix"));

    const browser = await launchBrowser({ found, extension, headless: true });
    closing.push(() => browser.close());
    const page = await browser.newPage();
    // Another site than 127.0.0.1, and a secure one, as pages of https are.
    await browser.visit(page, `http://localhost:${site}/`);
    await waitUntil(async () => ["extension", ...ALL_WAYS].every((way) => answered.has(way)), 60_000);
    expect(Object.fromEntries(answered)).toEqual(Object.fromEntries(["extension", ...ALL_WAYS].map((way) => [way, 204])));

    const store = await openStore({ file: join(dataDir, "feed.sqlite") });
    closing.push(() => store.close());
    expect((await store.reports.receivedAfter(0, 0, Date.now())).map(({ service }) => service)).toEqual(["netflix"]);
  });
});
