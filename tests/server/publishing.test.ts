import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../server/store/store.ts";
import { bucketStart, bucketText } from "../../utils/core/reports/report.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fetchFeed, startProcess, until } from "./support/server-process.ts";
import { standIn, statuspage } from "./support/stand-in.ts";

function sourceFile(folder: string, sources: object[]): string {
  const file = join(folder, "sources.json");
  writeFileSync(file, JSON.stringify(sources));
  return file;
}

describe("publishing", () => {
  test("continues with the good sources while others hang, send garbage or are dead, and lists which", async () => {
    let open = true;
    const url = await standIn((request, reply) => {
      if (request.url === "/fine")
        reply.end(statuspage(open ? { id: "i1", name: "Playback fails", started: new Date().toISOString() } : null));
      else if (request.url === "/garbage") reply.end("<html>Welcome to our new page</html>");
      else if (request.url === "/odd") reply.end('{"page":{"id":"p"},"status":{"indicator":"smouldering"},"components":[],"incidents":[]}');
      // `/hangs` is never answered.
    });
    const folder = scratchFolder();
    const more = { format: "statuspage", every: 0.2 };
    const file = sourceFile(folder, [
      { ...more, id: "fine", site: "netflix", url: `${url}/fine` },
      { ...more, id: "hangs", site: "reddit", url: `${url}/hangs` },
      { ...more, id: "garbage", site: "zoom", url: `${url}/garbage` },
      { ...more, id: "odd", site: "figma", url: `${url}/odd` },
      { ...more, id: "dead", site: "slack", url: "http://127.0.0.1:9/" },
    ]);
    const server = await startProcess(["--data", join(folder, "data"), "--sources", file, "--every", "600"]);
    const feed = await until(async () => {
      const latest = await fetchFeed(server.url, server.rootKey);
      return latest.incidents.length === 1 && latest;
    });
    const unread = new Map(feed.sources.except.map(({ id, checked }) => [id, checked]));
    expect(feed.sources.read).toBe(feed.issued);
    // `odd` was read, but with unknown values and no incident: that is no sign of health.
    for (const id of ["hangs", "garbage", "odd", "dead"]) expect([id, unread.has(id)]).toEqual([id, true]);
    expect(unread.has("fine")).toBe(false);
    expect(unread.get("hangs")).toBeNull();
    // The product knows this one, and this server does not read it.
    expect(unread.has("aws")).toBe(true);
    expect(feed.incidents[0]).toMatchObject({ site: "netflix", title: "Playback fails", status: "investigating", resolved: null });

    open = false;
    const later = await until(async () => {
      const latest = await fetchFeed(server.url, server.rootKey);
      return latest.incidents[0]?.status === "resolved" && latest;
    });
    expect(later.incidents[0]).toMatchObject({ id: feed.incidents[0]?.id, status: "resolved" });
    expect(later.sequence).toBeGreaterThan(feed.sequence);
    const today = await (await fetch(`${server.url}/v2/history/${later.issued.slice(0, 10)}.json`)).json();
    expect(today).toMatchObject({ version: 2, incidents: [{ id: feed.incidents[0]?.id }] });
    await until(async () => /cannot be read \(is not what .*: garbage$/m.test(server.output()));
  });

  test("writes for mirrors exactly the bytes that it serves", async () => {
    const folder = scratchFolder();
    const server = await startProcess(["--data", folder, "--sources", "none", "--every", "600"]);
    const mirror = join(folder, "public");
    const { catalogue } = await fetchFeed(server.url, server.rootKey);
    for (const name of [
      "v2/head",
      ...readdirSync(join(mirror, "v2"))
        .filter((name) => name.startsWith("body-"))
        .map((name) => `v2/${name}`),
    ]) {
      const served = Buffer.from(await (await fetch(`${server.url}/${name}`)).arrayBuffer());
      expect(readFileSync(join(mirror, name)).equals(served)).toBe(true);
    }
    expect(readFileSync(join(mirror, catalogue?.url ?? ""), "utf8")).toContain('"netflix"');
    expect(await fetchFeed(mirror, server.rootKey)).toEqual(await fetchFeed(server.url, server.rootKey));
  });

  test("keeps its keys for its owner alone, and the same ones at every start", async () => {
    const folder = scratchFolder();
    const flags = ["--data", folder, "--sources", "none"];
    const first = await startProcess(flags);
    for (const name of ["root", "feed"]) expect(statSync(join(folder, "keys", `${name}.json`)).mode & 0o777).toBe(0o600);
    await first.end("SIGTERM");
    const second = await startProcess(flags);
    expect(second.rootKey).toBe(first.rootKey);
  });

  test("never has a lower sequence, however often it is killed", async () => {
    const folder = scratchFolder();
    const flags = ["--data", folder, "--sources", "none", "--every", "0.1"];
    let last = 0;
    for (let life = 0; life < 3; life++) {
      const server = await startProcess(flags);
      for (let look = 0; look < 5; look++) {
        const { sequence } = await fetchFeed(server.url, server.rootKey);
        expect(sequence).toBeGreaterThanOrEqual(last);
        last = sequence;
        await new Promise((resolve) => setTimeout(resolve, 30 + 17 * life));
      }
      await server.end("SIGKILL");
      last = Math.max(last, (await fetchFeed(join(folder, "public"), server.rootKey)).sequence);
    }
  });
});

describe("reports", () => {
  test("that were answered 204 are there after the server was killed in the same moment", async () => {
    const folder = scratchFolder();
    const server = await startProcess(["--data", folder, "--sources", "none"]);
    const bucket = bucketText(bucketStart(Date.now()));
    let answered = 0;
    const send = async (failure: string, service: string) => {
      const body = JSON.stringify({ v: 1, service, on: null, failure, bucket });
      const reply = await fetch(`${server.url}/v2/reports`, { method: "POST", body }).catch(() => null);
      if (reply?.status === 204) answered++;
    };
    const failures = ["http.error", "tcp.timed_out", "dns.failed", "tls.failed", "tcp.reset", "ok"];
    const services = ["netflix", "coinbase", "robinhood", "amazon", "reddit", "zoom", "slack", "spotify"];
    const sending = Promise.all(services.flatMap((service) => failures.map((failure) => send(failure, service))));
    await until(async () => answered >= 10);
    await server.end("SIGKILL");
    await sending;
    const store = await openStore({ file: join(folder, "feed.sqlite") });
    const kept = await store.reports.receivedAfter(0, 0, Date.now());
    await store.close();
    expect(kept.length).toBeGreaterThanOrEqual(answered);
    expect(kept[0]?.network).toMatch(/^ipv4\/\d{1,3}$/);
    expect(JSON.stringify(kept)).not.toContain("127.0");
    expect(kept[0]?.slot).toMatch(/^[\w-]{11}$/);
  });
});
