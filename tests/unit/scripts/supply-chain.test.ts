import { existsSync, readdirSync, readFileSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { licencesText } from "../../../scripts/build/licences.ts";
import { readThirdParty } from "../../../scripts/build/third-party.ts";

const PROJECT = fileURLToPath(new URL("../../../", import.meta.url));
const read = (file: string) => readFileSync(PROJECT + file, "utf8");

type Needs = { [kind in "dependencies" | "devDependencies" | "optionalDependencies"]?: { [name: string]: string } };
type Locked = Needs & { version: string; integrity?: string; resolved?: string; hasInstallScript?: true; os?: string; cpu?: string };

const { dependencies, devDependencies, optionalDependencies, allowScripts } = JSON.parse(read("package.json"));
const PINS: [string, string][] = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
const { packages }: { packages: { [place: string]: Locked } } = JSON.parse(read("package-lock.json"));
const { "": root, ...locked } = packages;

/** Licences that ask for no more than to be named, or for their own files to stay open. */
const ALLOWED = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "CC0-1.0", "Unlicense"]);
/** Build tools that leave something in the extension; `tests/e2e/package.test.ts` looks into the build itself. */
const LEAVE_TRACES = ["wxt", "@wxt-dev/browser", "@wxt-dev/i18n", "@wxt-dev/webextension-polyfill", "webextension-polyfill", "rolldown"];

/** Packages that run a script when they are installed, each with the reason why it may. None does. */
const RUN_SCRIPTS: { [name: string]: string } = {};

/** Where the package lies that another one finds under a name. */
function placeOf(name: string, from: string): string {
  const place = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (locked[place] !== undefined) return place;
  if (from === "") throw new Error(`${name} is not in the lockfile`);
  return placeOf(name, from.includes("/node_modules/") ? from.slice(0, from.lastIndexOf("/node_modules/")) : "");
}

/** Everything that a shop or a server gets: what we depend on, what that depends on, and so on. */
function shippedPlaces(): string[] {
  const places = new Set([...Object.keys(dependencies), ...LEAVE_TRACES].map((name) => placeOf(name, "")));
  for (const place of places) {
    const isTool = LEAVE_TRACES.some((name) => place === placeOf(name, ""));
    for (const name of isTool ? [] : Object.keys(locked[place]?.dependencies ?? {})) places.add(placeOf(name, place));
  }
  return [...places];
}

const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);
const listed = readThirdParty(read("scripts/package/third-party.md"));

describe("the supply chain", () => {
  test.each(PINS)("%s is pinned exactly, and the lockfile holds that version", (name, pin) => {
    expect(pin).toMatch(/^\d+\.\d+\.\d+$/);
    expect(locked[`node_modules/${name}`]?.version).toBe(pin);
  });

  test("the lockfile is of this package.json, and every entry has a hash and comes from the registry", () => {
    const { dependencies: ours, devDependencies: dev, optionalDependencies: optional } = root ?? {};
    expect([ours, dev, optional]).toEqual([dependencies, devDependencies, optionalDependencies]);
    const odd = Object.entries(locked).filter(
      ([, { integrity = "", resolved = "https://registry.npmjs.org/" }]) =>
        !integrity.startsWith("sha512-") || !resolved.startsWith("https://registry.npmjs.org/"),
    );
    expect(odd.map(([place]) => place)).toEqual([]);
  });

  test("the list of what others made names every package that ships, with version and licence, and no other", () => {
    const shipped = shippedPlaces().map((place) => {
      const { version, license } = JSON.parse(read(`${place}/package.json`));
      return `${nameOf(place)} ${version} ${license}`;
    });
    expect(listed.map(({ name, version, licence }) => `${name} ${version} ${licence}`).toSorted()).toEqual(
      [...new Set(shipped)].toSorted(),
    );
  });

  test("the extension's own file of licences names each part with its version and repeats what its licence wants repeated", () => {
    const notices = licencesText();
    for (const { under, name, version } of listed) {
      if (under === "In the extension") expect(notices).toContain(`${name} ${version}, https://`);
    }
    for (const words of [
      "Jason Miller",
      "Fabian Hiller",
      "Jake Archibald",
      "VoidZero",
      'the software is provided "as is"',
      "mozilla.org/mpl/2.0/",
      "publicsuffix.org",
    ]) {
      expect(notices.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  test("only licences of a short list ship", () => {
    expect(listed.filter(({ licence }) => !ALLOWED.has(licence))).toEqual([]);
  });

  test("no package runs a script when it is installed but those that are listed with a reason", () => {
    const scripted = Object.entries(locked).filter(([, { hasInstallScript }]) => hasInstallScript);
    expect(scripted.map(([place]) => nameOf(place))).toEqual(Object.keys(RUN_SCRIPTS));
    expect(Object.keys(allowScripts ?? {})).toEqual(Object.keys(RUN_SCRIPTS));
  });

  test("everything that was installed is in the lockfile", () => {
    expect(installedPlaces("").filter((place) => locked[place] === undefined)).toEqual([]);
  });

  test("the runtime of every command is one of the lockfile, the same version for each platform", () => {
    const runtimes = Object.entries(locked).filter(([place]) => nameOf(place) in optionalDependencies);
    expect(runtimes.map(([, { os, cpu }]) => `${os}-${cpu}`).toSorted()).toEqual(["linux-arm64", "linux-x64", "win32-x64"]);
    expect(new Set(runtimes.map(([, { version }]) => version)).size).toBe(1);
    const own = runtimes.find(([, { os, cpu }]) => os === process.platform && cpu === process.arch);
    // Elsewhere the machine's own Node 24 runs the commands.
    if (own === undefined) return;
    const [place, { version }] = own;
    expect(process.versions.node).toBe(version);
    expect(realpathSync(`${PROJECT}node_modules/.bin/node`)).toContain(realpathSync(PROJECT + place));
  });
});

/** The places of the installed packages, also of those inside others. */
function installedPlaces(inside: string): string[] {
  const folder = `${inside === "" ? "" : `${inside}/`}node_modules`;
  if (!existsSync(PROJECT + folder)) return [];
  const names = readdirSync(PROJECT + folder).filter((name) => !name.startsWith("."));
  const scoped = names.flatMap((name) =>
    name.startsWith("@") ? readdirSync(`${PROJECT}${folder}/${name}`).map((own) => `${name}/${own}`) : [name],
  );
  const places = scoped.map((name) => `${folder}/${name}`).filter((place) => existsSync(`${PROJECT}${place}/package.json`));
  return places.flatMap((place) => [place, ...installedPlaces(place)]);
}
