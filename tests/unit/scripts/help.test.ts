import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const FOLDER = fileURLToPath(new URL("../../../scripts/", import.meta.url));
const PACKAGE = new URL("../../../package.json", import.meta.url);
const { scripts } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { scripts: { [name: string]: string } };

/** No commands of npm: `server.mjs` starts the first, and the second runs where nothing is installed. */
const WITHOUT_NPM = ["server.ts", "sign-head.ts", "source-issues.ts"];

/** npm runs the others by itself. */
const names = Object.keys(scripts).filter((name) => !/^(?:pre|post)/.test(name));

describe("npm run help", () => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`${FOLDER}help.ts`], { encoding: "utf8" });
  const rows = [...stdout.matchAll(/^ {2}npm (?:run )?(\S+) +(.+) \((.+)\)$/gm)];

  test("lists every command of package.json once, and no other", () => {
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(rows.map(([, name = ""]) => name).toSorted()).toEqual(names.toSorted());
  });

  test("leaves no file of scripts/ without a command in package.json", () => {
    const files = readdirSync(FOLDER).filter((file) => /\.(ts|mjs)$/.test(file) && !WITHOUT_NPM.includes(file));
    const started = names.flatMap((name) => /scripts\/([a-z-]+\.(?:ts|mjs))/.exec(scripts[name] ?? "")?.[1] ?? []);
    expect(started.toSorted()).toEqual(files.toSorted());
  });
});
