import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";

export type Cluster = {
  url: string;
  /** Where it keeps everything, its write-ahead log too. */
  data: string;
  stop(): void;
  crash(): Promise<void>;
  start(): Promise<void>;
};

/** PostgreSQL refuses to run as root; `nobody` will do. */
const NOBODY = 65_534;

/** Starts a throw-away cluster of its own. */
export async function startCluster(programs: string): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), "feed-postgres-"));
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  if ("uid" in asNobody) chownSync(folder, NOBODY, NOBODY);
  const options = { ...asNobody, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: "C" } };
  const data = join(folder, "data");
  execFileSync(join(programs, "initdb"), ["-D", data, "-U", "feed", "-A", "trust", "-E", "UTF8", "--no-sync"], {
    ...options,
    stdio: "pipe",
  });
  const port = await freePort();
  const settings = ["listen_addresses=127.0.0.1", `port=${port}`, `unix_socket_directories=${folder}`, "fsync=off"];
  const url = `postgres://feed@127.0.0.1:${port}/postgres`;
  let server: ChildProcess;

  async function start(): Promise<void> {
    const flags = ["-D", data, ...settings.flatMap((setting) => ["-c", setting])];
    server = spawn(join(programs, "postgres"), flags, { ...options, stdio: "ignore" });
    await waitFor(url);
  }

  await start();
  return {
    url,
    data,
    start,
    /** As if the machine had lost its power. */
    async crash() {
      const gone = once(server, "exit");
      server.kill("SIGQUIT");
      await gone;
    },
    stop() {
      server.once("exit", () => rmSync(folder, { recursive: true, force: true }));
      server.kill("SIGQUIT");
    },
  };
}

/** A new empty database in a cluster. */
export async function newDatabase(cluster: Cluster, name: string): Promise<string> {
  const sql = postgres(cluster.url);
  await sql.unsafe(`create database ${name}`);
  await sql.end();
  return cluster.url.replace(/postgres$/, name);
}

async function waitFor(url: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const sql = postgres(url, { max: 1 });
    try {
      await sql`select 1`;
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await sql.end();
    }
  }
  throw new Error("PostgreSQL did not start");
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
