/**
 * What the raw blocks of a disk hold of erased reports: `node tests/instruments/erasing/raw-disk.ts`, as root on Linux. It makes a file
 * system of its own in a file, mounts it, runs a server on it whose clock goes on by two hours, and reads the file. Where this machine
 * permits no mounts it says so and ends.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../../server/server.ts";
import { openStore } from "../../../server/store/store.ts";
import { bucketStart, bucketText, REPORTS_PATH } from "../../../utils/core/reports/report.ts";
import { HOUR, MINUTE } from "../../../utils/core/time.ts";
import { foundIn, holdsKey, recordedRandom, reversedSlots } from "../../server/support/traces.ts";

const IMAGE_BYTES = 64 * 1024 * 1024;
const REPORTS = 200;
const HALF_PAST = Date.parse("2026-03-03T12:30:20Z");

const addressOf = (number: number) => `198.51.${number}.77`;

async function report(url: string, number: number): Promise<void> {
  const body = JSON.stringify({
    ...{ v: 1, service: "netflix", on: "aws/us-east-1", failure: "http.error" },
    bucket: bucketText(bucketStart(HALF_PAST)),
  });
  const { status } = await fetch(url + REPORTS_PATH, { method: "POST", body, headers: { "x-forwarded-for": addressOf(number) } });
  if (status !== 204) throw new Error(`report ${number} was answered ${status}`);
}

async function fill(folder: string, random: (size: number) => Buffer): Promise<string[]> {
  let now = HALF_PAST;
  const start = () =>
    startServer({
      ...{ host: "127.0.0.1", port: 0, dataDir: join(folder, "data"), sources: [], publishEverySeconds: 1, proxies: 1 },
      ...{ rangesFile: join(folder, "none"), now: () => now, random },
    });
  const file = join(folder, "data", "feed.sqlite");
  const first = await start();
  for (let number = 0; number < REPORTS; number++) await report(first.url, number);
  await first.close();
  const before = await openStore({ file });
  const slots: string[] = [];
  for (let after = 0; slots.length < REPORTS; ) {
    for (const { id, slot } of await before.reports.receivedAfter(after, 0, now)) {
      slots.push(slot);
      after = id;
    }
  }
  await before.close();
  now += 2 * HOUR + MINUTE;
  const second = await start();
  await second.close();
  return slots;
}

const scratch = mkdtempSync(join(tmpdir(), "raw-disk-"));
const image = join(scratch, "image");
const mounted = join(scratch, "mounted");
mkdirSync(mounted);
writeFileSync(image, "");
truncateSync(image, IMAGE_BYTES);
try {
  const made = spawnSync("mkfs.ext4", ["-q", image]).status === 0 && spawnSync("mount", ["-o", "loop", image, mounted]).status === 0;
  if (!made) console.log("skipped: this machine makes or mounts no file system of our own (mkfs.ext4, mount -o loop, root)");
  else {
    const { keys, random } = recordedRandom();
    let slots: string[] = [];
    try {
      slots = await fill(mounted, random);
    } finally {
      execFileSync("sync");
      execFileSync("umount", [mounted]);
    }
    const bytes = readFileSync(image);
    const prefixes = Array.from({ length: REPORTS }, (_, number) => `198.51.${number}.0/24`);
    const senders = prefixes.flatMap((prefix) => [prefix, `${prefix} at aws`, `${prefix} netflix`]);
    const written = prefixes.map((prefix) => prefix.replace("0/24", ""));
    const reversed = reversedSlots(bytes, slots, senders);
    console.log(`raw blocks of ext4, SQLite, after erasing: ${foundIn(bytes, slots)} of ${slots.length} slots are still there,`);
    console.log(
      `${holdsKey(bytes, keys) ? "a key IS" : "no key is"} there, ${foundIn(bytes, written)} addresses, and ${reversed} slots give their sender away`,
    );
    if (holdsKey(bytes, keys) || foundIn(bytes, written) + reversed > 0) process.exitCode = 1;
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
