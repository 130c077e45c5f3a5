import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { BrowserFamily, FoundBrowser } from "../../scripts/browsers/find.ts";
import { launchBrowser } from "../../scripts/browsers/launch.ts";
import { encodeTable } from "../../scripts/ranges/encode-table.ts";
import { readOwnList } from "../../scripts/ranges/own-list.ts";
import { startServer } from "../../server/server.ts";
import { messageOf } from "../../utils/core/message-of.ts";
import { builtExtension } from "../instruments/browser/built-extension.ts";
import { allowFullAccess } from "../instruments/browser/full-access.ts";
import { MIRROR_HOST } from "../instruments/loopback/public-mirror.ts";
import type { Access } from "./access.ts";
import type { Cable } from "./cable.ts";
import type { LabCase, LaunchName } from "./lab-case.ts";
import { prepareEnvironment } from "./lab-environment.ts";
import { PORTAL } from "./lab-host.ts";
import { type LabWorld, startLabWorld } from "./lab-world.ts";
import { type Mirrors, startMirrors } from "./mirrors.ts";
import { NEIGHBOURS, RANGES } from "./neighbours.ts";
import { runInNetworkOfItsOwn } from "./network-of-its-own.ts";
import { isRight, type Outcome } from "./outcome.ts";
import { type LabProxy, startProxy } from "./proxy.ts";
import { forgetEverything, settledAnswer } from "./read-answer.ts";
import { recordTrace } from "./recording.ts";
import { type Resolver, startResolver } from "./resolver.ts";
import { specialFor } from "./specials.ts";

const MIRROR_ADDRESS = "127.0.0.1";
/** What filters answer for names that they block. */
const NULL_ADDRESS = "0.0.0.0";

function noCable(): never {
  throw new Error("this launch has no cable");
}

/** On loopback there is no cable to pull. */
const NO_CABLE: Cable = {
  addressOf: (loopback) => loopback,
  lay() {},
  pull: noCable,
  plug: noCable,
  drop: noCable,
  setPatience: noCable,
  changeNetwork: noCable,
};

export type Laboratory = {
  family: BrowserFamily;
  /** Plays cases of one launch in one browser session per launch; reports each outcome as it comes. */
  run(cases: readonly LabCase[], accesses: readonly Access[], report: (outcome: Outcome) => void): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens the lab for one browser: feed server, mirrors, and the production build that asks them.
 * @param cable where this process has a network of its own
 */
export async function openLaboratory(found: FoundBrowser, cable: Cable | null = null): Promise<Laboratory> {
  const { family } = found;
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const folder = mkdtempSync(join(tmpdir(), "not-just-me-lab-"));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    const rangesFile = join(folder, "ranges.bin");
    writeFileSync(rangesFile, encodeTable([readOwnList({ ranges: rangesAt(cable) })]).bytes);
    const feed = await startServer({
      reportsAddress: "own",
      host: "127.0.0.1",
      port: 0,
      dataDir: join(folder, "feed"),
      sources: [],
      publishEverySeconds: 1,
      rangesFile,
    });
    closing.push(() => feed.close());
    const mirrorAddress = cable?.addressOf(MIRROR_ADDRESS) ?? MIRROR_ADDRESS;
    cable?.lay([mirrorAddress]);
    const mirrors = await startMirrors(feed.url, mirrorAddress);
    closing.push(() => mirrors.close());
    const extension = builtExtension(family, join(folder, "build"), { mirrors: mirrors.urls, rootKey: feed.rootKey });
    return {
      family,
      close,
      async run(cases, accesses, report) {
        const possible = cases.filter((labCase) => {
          const reason = labCase.skip?.[family];
          if (reason !== undefined) for (const access of accesses) report({ labCase, family, access, result: "skipped", reason });
          return reason === undefined;
        });
        const launches = new Set(possible.map(({ launch }) => launch));
        for (const launch of launches) {
          const own = possible.filter((labCase) => labCase.launch === launch);
          if (launch === "cable" && cable === null) await runInNetworkOfItsOwn(found, own, accesses, report);
          else await runLaunch({ name: launch, found, extension, mirrors, folder, cable, feedKey: feed.rootKey }, own, accesses, report);
        }
      },
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** The ranges of providers as they are at the end of a cable. */
function rangesAt(cable: Cable | null) {
  return RANGES.map((range) => ({ ...range, cidr: cable?.addressOf(range.cidr) ?? range.cidr }));
}

type Launch = {
  name: LaunchName;
  found: FoundBrowser;
  extension: string;
  mirrors: Mirrors;
  folder: string;
  cable: Cable | null;
  feedKey: string;
};

async function runLaunch(launch: Launch, cases: LabCase[], accesses: readonly Access[], report: (outcome: Outcome) => void): Promise<void> {
  const { family } = launch.found;
  const cable = launch.cable ?? NO_CABLE;
  const hosts = [PORTAL, ...NEIGHBOURS, ...cases.flatMap((labCase) => labCase.hosts ?? [])].map((host) => ({
    ...host,
    address: cable.addressOf(host.address),
  }));
  cable.lay(hosts.map(({ address }) => address));
  const world = await startLabWorld(hosts, [...cases.flatMap(({ missing = [] }) => missing)]);
  world.names.addresses[MIRROR_HOST] = cable.addressOf(MIRROR_ADDRESS);
  const filtered = new Set(cases.flatMap((labCase) => labCase.filtered ?? []));
  const proxy = await startProxy(() => world.names);
  const resolver = await startResolver(
    world.certificates.sound,
    (host) => world.names.addresses[host] ?? (filtered.has(host) ? NULL_ADDRESS : null),
  );
  let browser: ExtensionBrowser | null = null;
  try {
    browser = await launchBrowser({
      found: launch.found,
      extension: launch.extension,
      headless: true,
      names: world.names,
      special: specialFor(launch.name, family, { names: world.names, proxy, resolver, folder: launch.folder }),
    });
    await browser.welcomePage();
    await tableArrived(browser);
    const equipment = { browser, world, mirrors: launch.mirrors, proxy, resolver, cable, folder: launch.folder, feedKey: launch.feedKey };
    // Basic access first: it can be widened with one click, as a person does.
    if (accesses.includes("basic")) {
      for (const labCase of cases) report(await play(labCase, "basic", equipment));
    }
    if (accesses.includes("full")) {
      await allowFullAccess(browser);
      for (const labCase of cases) report(await play(labCase, "full", equipment));
    }
  } catch (cause) {
    const problem = messageOf(cause);
    for (const labCase of cases) report({ labCase, family, access: "full", result: "broken", problem });
  } finally {
    await browser?.close();
    await proxy.close();
    await resolver.close();
    await world.close();
    await launch.mirrors.set("honest");
  }
}

/** The address table comes with the feed and is kept for good; no case begins without it. */
async function tableArrived(browser: ExtensionBrowser): Promise<void> {
  await waitUntil(() =>
    browser.inExtension<boolean>(`new Promise((resolve, reject) => {
      const opening = indexedDB.open("not-just-me");
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const asked = opening.result.transaction("documents").objectStore("documents").get("ranges");
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          opening.result.close();
          resolve(asked.result !== undefined);
        };
      };
    })`),
  ).catch(() => {
    throw new Error("the address table never arrived");
  });
}

type Equipment = {
  browser: ExtensionBrowser;
  world: LabWorld;
  mirrors: Mirrors;
  proxy: LabProxy;
  resolver: Resolver;
  cable: Cable;
  folder: string;
  feedKey: string;
};

async function play(labCase: LabCase, access: Access, equipment: Equipment): Promise<Outcome> {
  const { browser, world, mirrors, proxy, resolver } = equipment;
  const head = { labCase, family: browser.family, access };
  const began = performance.now();
  const { lab, notes, clear } = prepareEnvironment({ ...equipment, access });
  try {
    await forgetEverything(browser);
    const page = await labCase.play(lab);
    const tabId = page === null ? null : await browser.tabIdOf(page);
    const shown = await settledAnswer(browser, tabId, (candidate) => isRight({ labCase, access, shown: candidate }));
    const seconds = (performance.now() - began) / 1000;
    const trace = await recordTrace(browser, head, tabId);
    return { ...head, result: isRight({ labCase, access, shown }) ? "right" : "wrong", shown, seconds, notes, trace };
  } catch (cause) {
    return { ...head, result: "broken", problem: messageOf(cause) };
  } finally {
    await clear();
    await world.heal();
    await mirrors.set("honest");
    await proxy.set("fine");
    if (labCase.launch === "cable") {
      equipment.cable.plug();
      await waitUntil(() => browser.inExtension<boolean>("navigator.onLine"));
    }
    await resolver.set("fine");
  }
}
