import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openStore } from "../../server/store/store.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { sendReport } from "./support/send-report.ts";
import { fetchFeed, type ServerProcess, startProcess, until } from "./support/server-process.ts";

/** A limit on the size of files, which can be lifted while the program runs, is a full disk that needs no rights to make. */
const hasLimits = spawnSync("prlimit", ["--fsize=unlimited:unlimited", "true"]).status === 0;
if (!hasLimits) console.warn("skipped: a full disk, because prlimit is not here or the size of files is limited already");

function limitFiles({ child }: ServerProcess, bytes: number | "unlimited"): void {
  execFileSync("prlimit", ["--pid", String(child.pid), `--fsize=${bytes}:`]);
}

const healthOf = async ({ url }: ServerProcess) =>
  (await (await fetch(`${url}/health`)).json()) as { publishes: boolean; keepsReports: boolean };

describe.skipIf(!hasLimits)("on a full disk", () => {
  test("reports are refused, the feed is served, nothing that was taken is lost, and with room again all goes on without a restart", async () => {
    const folder = scratchFolder();
    const flags = ["--data", folder, "--sources", "none", "--every", "0.5"];
    const server = await startProcess(flags, undefined, undefined, join(folder, "log"));
    const { url, rootKey } = server;
    let sent = 0;
    let taken = 0;
    const report = async () => {
      sent++;
      const answer = await sendReport(url, `127.${1 + (sent % 200)}.${Math.floor(sent / 200)}.1`);
      if (answer.status === 204) taken++;
      return answer;
    };
    expect((await report()).status).toBe(204);
    const { sequence } = await fetchFeed(url, rootKey);

    // The disk fills up while reports come in, many of them at once: some of a group may still find room.
    limitFiles(server, statSync(join(folder, "feed.sqlite-wal")).size + 40_000);
    const refused = await until(async () => (await Promise.all(Array.from({ length: 20 }, report))).find(({ status }) => status !== 204));
    expect(refused).toEqual({ status: 503, body: '{"error":"the report could not be kept: try again later"}' });
    expect(server.output()).toMatch(/ reports are refused: disk I\/O error$/m);
    // Now not even the log has room.
    limitFiles(server, 0);
    await until(async () => !(await healthOf(server)).publishes && (await report()).status === 503);
    expect(await healthOf(server)).toMatchObject({ publishes: false, keepsReports: false });
    expect((await fetchFeed(url, rootKey)).sequence).toBeGreaterThanOrEqual(sequence);

    const { sequence: before } = await fetchFeed(url, rootKey);
    limitFiles(server, "unlimited");
    await until(async () => (await report()).status === 204);
    await until(async () => (await fetchFeed(url, rootKey)).sequence > before);
    expect(await healthOf(server)).toMatchObject({ publishes: true, keepsReports: true });

    await server.end("SIGKILL");
    const store = await openStore({ file: join(folder, "feed.sqlite") });
    const counted = await keptReports(store.reports);
    await store.close();
    expect(counted).toBeGreaterThanOrEqual(taken);
    expect(counted).toBeLessThan(sent);
  });

  test("a server that is started says that it cannot use its data folder, and not that another one does", async () => {
    const flags = ["--data", scratchFolder(), "--sources", "none"];
    await (await startProcess(flags)).end("SIGTERM");
    const words = ["--fsize=0:", process.execPath, "scripts/server.mjs", "--port", "0", "--rebuild", "0", ...flags];
    const { status, stderr } = spawnSync("prlimit", words);
    expect(stderr.toString()).toMatch(/^\S+: the data folder cannot be used: .+\n$/);
    expect(status).toBe(2);
  });

  test("a file that has no room stays as it was, and leaves no half of it behind", () => {
    const folder = scratchFolder();
    const file = join(folder, "feed");
    writeFileSync(file, "old");
    const program = `
      const { writeFileWhole } = await import("./server/store/write-file.ts");
      try {
        writeFileWhole(${JSON.stringify(file)}, "n".repeat(9000));
      } catch ({ code }) {
        console.log(code);
      }`;
    const { stdout } = spawnSync("prlimit", ["--fsize=4096:", process.execPath, "--input-type=module", "--eval", program]);
    expect(stdout.toString()).toBe("EFBIG\n");
    expect(readFileSync(file, "utf8")).toBe("old");
    expect(readdirSync(folder)).toEqual(["feed"]);
  });
});

test("while the files for mirrors cannot be written, documents are published and served all the same, and the log says so", async () => {
  const folder = scratchFolder();
  const files = join(folder, "mirrors", "v2");
  mkdirSync(join(folder, "mirrors"));
  writeFileSync(files, "in the way");
  const flags = ["--data", join(folder, "data"), "--public", join(folder, "mirrors"), "--sources", "none", "--every", "0.5"];
  const server = await startProcess(flags);
  const { sequence } = await fetchFeed(server.url, server.rootKey);
  await until(async () => (await fetchFeed(server.url, server.rootKey)).sequence > sequence + 1);
  expect(server.output()).toContain("files for mirrors not written: ");

  rmSync(files);
  await until(async () => existsSync(join(files, "head")));
  const { catalogue } = await fetchFeed(server.url, server.rootKey);
  expect(readFileSync(join(folder, "mirrors", catalogue?.url ?? ""), "utf8")).toContain('"netflix"');
});

async function keptReports({ receivedAfter }: Awaited<ReturnType<typeof openStore>>["reports"]): Promise<number> {
  let count = 0;
  let after = 0;
  for (;;) {
    const page = await receivedAfter(after, 0, Date.now());
    const last = page.at(-1);
    if (last === undefined) return count;
    count += page.length;
    after = last.id;
  }
}
