import { networkInterfaces } from "node:os";
import type { Service } from "../utils/core/providers/catalogue.ts";
import { askAboutDoubtful } from "./measure/doubtful-targets.ts";
import { type GlobalpingClient, openGlobalping } from "./measure/globalping.ts";
import { createMeasurements } from "./measure/measurements.ts";
import { ANCHORS } from "./measure/own-control.ts";
import { readRobots } from "./measure/read-robots.ts";
import { createRobots } from "./measure/robots.ts";
import { type MeasuredTarget, measuredTargets } from "./measure/targets.ts";
import { startVantage, type Vantage } from "./measure/vantage.ts";
import type { Internet } from "./probe/internet.ts";
import { probe } from "./probe/probe.ts";
import { createTlsSessions } from "./probe/tls-sessions.ts";
import type { Attachments } from "./publish/attachments.ts";
import { type NetworkTable, NOWHERE } from "./reports/network-table.ts";
import type { Store } from "./store/store.ts";

/** What tests have otherwise: a few targets of their own, and shorter rounds. */
export type MeasuredWorld = { list: readonly MeasuredTarget[]; anchors: readonly string[]; round: number };

/** What vantages ask, where no test has others. */
export function worldOf(catalogue: readonly Service[]): Omit<MeasuredWorld, "round"> {
  return { list: measuredTargets(catalogue), anchors: ANCHORS };
}

export type MeasuringOptions = {
  /** The name and the country of the place where this process stands. */
  vantage: string;
  country: string;
  world: Omit<MeasuredWorld, "round"> & { round?: number };
  targets: Attachments["targets"];
  networks: NetworkTable | null;
  internet: Internet;
  userAgent: string;
  store: Store;
  holder: string;
  now(): number;
  log(line: string): void;
};

/** Measures from this process until it is stopped. */
export async function startMeasuring(options: MeasuringOptions): Promise<Vantage> {
  const { vantage, country, world, targets, networks, internet, userAgent, store, holder, now, log } = options;
  const stopping = new AbortController();
  const sessions = createTlsSessions();
  const started = await startVantage({
    ...{ ...world, store: store.measurements, holder, now, log, random: Math.random },
    ...{ vantage, country, asn: ownNetwork(networks), targets: targets.sha256 },
    ask: ({ host, path }, signal) => probe({ host, path }, { signal, userAgent, internet, sessions }),
    robots: createRobots((target) => readRobots(target, { userAgent, internet, stop: stopping.signal })),
  });
  return {
    ...started,
    stop() {
      stopping.abort();
      return started.stop();
    },
  };
}

export type OutsideOptions = Pick<MeasuringOptions, "world" | "targets" | "store" | "holder" | "now" | "log"> & {
  client: GlobalpingClient;
};

/** Has Globalping asked about targets that fail, until it is stopped. */
export function startOutside({ world, targets, store, holder, now, log, client }: OutsideOptions): () => Promise<void> {
  const measurements = createMeasurements(store.measurements, () => targets);
  return askAboutDoubtful({ client, measurements, store: store.measurements, holder, list: world.list, targets: targets.sha256, now, log });
}

/** The client for what `--globalping` holds: a token, or the word `free`. */
export function globalpingFor(
  setting: string,
  userAgent: string,
  now: () => number,
  log: (line: string) => void,
): Promise<GlobalpingClient> {
  return openGlobalping({ token: setting === "free" ? null : setting, userAgent }, now, log);
}

/** The network of the first address of this machine that the table knows; private addresses are in none. */
function ownNetwork(networks: NetworkTable | null): number | null {
  for (const { address, internal } of Object.values(networkInterfaces()).flatMap((addresses = []) => addresses)) {
    const { asn } = internal ? NOWHERE : (networks?.find(address) ?? NOWHERE);
    if (asn !== null) return asn;
  }
  return null;
}
