import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { rootText } from "../utils/core/feed/root-text.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { type AddressTable, readAddressTable } from "../utils/core/providers/address-table.ts";
import { catalogue } from "../utils/core/providers/catalogue.ts";
import { wholeCatalogue } from "../utils/core/providers/further-services.ts";
import { isKnownPlace } from "../utils/core/providers/known-places.ts";
import { REPORTS_PATH } from "../utils/core/reports/report.ts";
import type { Source } from "../utils/core/status-pages/source.ts";
import { MINUTE, SECOND } from "../utils/core/time.ts";
import { openQuestions, type Questions, type QuestionsOptions } from "./ask/questions.ts";
import { deduplicatedLog } from "./deduplicated-log.ts";
import { healthOf } from "./health.ts";
import { listen } from "./http/listen.ts";
import { createServedFiles } from "./http/served-files.ts";
import { newestRoot, type RootChain } from "./keys/root-chain.ts";
import { holdElection } from "./leader/election.ts";
import { type LeaderTerm, startTerm } from "./leader/leader-term.ts";
import type { GlobalpingClient } from "./measure/globalping.ts";
import type { Vantage } from "./measure/vantage.ts";
import { globalpingFor, type MeasuredWorld, startMeasuring, startOutside, worldOf } from "./measuring.ts";
import { type DataPlace, openData } from "./open-data.ts";
import { internetBeyond } from "./own-server.ts";
import { INTERNET, type Internet } from "./probe/internet.ts";
import { type Attachments, readAttachments } from "./publish/attachments.ts";
import { keepRangesFresh } from "./publish/refresh-ranges.ts";
import { HOSTING_FILE, readHosting } from "./reports/hosting.ts";
import { createHourKeys } from "./reports/hour-keys.ts";
import { createIntake } from "./reports/intake.ts";
import { originText } from "./reports/network-table.ts";
import { readNetworkTable } from "./reports/read-network-table.ts";
import { slotGroups } from "./reports/slot-groups.ts";
import { retentionReport } from "./retention-report.ts";
import { RANGES_FILE, USER_AGENT } from "./server-settings.ts";

export type ServerOptions = DataPlace & {
  /** Address to listen on. */
  host: string;
  /** 0 takes any free port. */
  port: number;
  sources: readonly Source[];
  publishEverySeconds: number;
  /** Folder for mirrors; `public` inside the data folder unless given. */
  publicDir?: string | undefined;
  /** The table of address ranges to publish: what `npm run ranges` writes. */
  rangesFile?: string | undefined;
  /** Milliseconds after which that table is built anew from the vendors' lists; never unless given. */
  rangesAge?: number | undefined;
  /** A table of networks and countries by address: see `readNetworkTable`. */
  networksFile?: string | undefined;
  /** Networks whose reports do not count: see `readHosting`; the built-in list unless given. */
  hostingFile?: string | undefined;
  /**
   * The one address that takes reports, as clients see it: this server's behind its https proxy. `own`: the address on which it listens,
   * for trying it out on one machine. None are taken unless given.
   */
  reportsAddress?: string | undefined;
  /** Number of the operator's own reverse proxies in front of this server. */
  proxies?: number | undefined;
  /** The `User-Agent` header for sources and for what is measured. */
  userAgent?: string | undefined;
  /** The name of the place where this server stands, and its country: it is a vantage then, measures what fails and asks hosts from there. */
  vantage?: string | undefined;
  country?: string | undefined;
  /** Has Globalping asked about what fails: a token, or the word `free`. */
  globalping?: string | undefined;
  /** What a test has measured instead of the list. */
  measured?: MeasuredWorld | undefined;
  /** What it asks other hosts through, where a test has another. No flag and no variable gives it. */
  internet?: Internet | undefined;
  /** The code of the thread that parses payloads, where a test has another. */
  parser?: URL | undefined;
  /** Milliseconds of the epoch; another clock replays another day. */
  now?: (() => number) | undefined;
  /** The clock by which documents are issued and expire, where it is not `now`: clients of a replayed day have the time of today. */
  issuedAt?: (() => number) | undefined;
  /** Where the keys of hours come from. */
  random?: ((size: number) => Buffer) | undefined;
  log?: ((line: string) => void) | undefined;
};

export type RunningServer = {
  /** Base address, without a trailing slash: what `FEED_MIRRORS` takes. */
  url: string;
  /** The newest root, as `FEED_ROOT_KEY` takes it. */
  rootKey: string;
  /** The one address that takes reports, as the head names it; null where none are taken. */
  reports: string | null;
  /** What is kept and for how long, line by line, and whether the stored data comply. */
  selfCheck(): Promise<string[]>;
  close(): Promise<void>;
};

/** How often a process that does not lead looks for a newer document. */
const FOLLOW_EVERY = SECOND;
/** How often roots are read anew: a head that was published a moment ago may be granted by a key of a root that is as new. */
const FOLLOW_ROOTS_EVERY = 5 * SECOND;

/**
 * Starts a feed server: serves, takes reports, and (alone, or elected among several on one database) reads the sources and
 * publishes. Throws, with one readable line, where it cannot start.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { host, port, dataDir, sources, publishEverySeconds, proxies = 0, now = Date.now, issuedAt = now } = options;
  const { publicDir = join(dataDir, "public"), rangesFile = RANGES_FILE, userAgent = USER_AGENT } = options;
  const { networksFile, hostingFile = HOSTING_FILE, rangesAge = 0, reportsAddress = null } = options;
  const { vantage, country, globalping, measured } = options;
  const log = deduplicatedLog(options.log ?? (() => {}));
  const holder = randomUUID();
  const data = await openData(options, holder, issuedAt());
  const closing: (() => unknown)[] = [data.close];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { store, signer } = data;
    let roots = await data.readRoots();
    let term: LeaderTerm | null = null;
    const world = measured ?? worldOf(catalogue());
    let attachments = readAttachments(rangesFile, world.list);
    let clouds = cloudsOf(attachments);
    const files = createServedFiles(store, { attachments: () => attachments, roots: () => roots.documents }, now);
    const services = new Set(catalogue().flatMap(({ id, sensitive }) => (sensitive === true ? [] : [id])));
    const networks = networksFile === undefined ? null : await readNetworkTable(networksFile);
    const hosting = readHosting(hostingFile, () => clouds);
    const senders = { networks, hosting, groupOf: slotGroups(catalogue()), keys: createHourKeys(options.random) };
    const intake = createIntake(store.reports, { services, isPlace: isKnownPlace }, senders, now, log);
    await files.follow();

    let measuring: Vantage | null = null;
    // Until its own control has spoken, a vantage knows nothing.
    const isBlind = () => measuring?.isBlind() ?? true;
    const internet = internetBeyond(options.internet ?? INTERNET, reportsAddress, () => clouds);
    const asking = { internet, networks, messages: store.messages, now, log, userAgent, isBlind };
    const questions = await questionsOf(options, asking);
    if (questions !== null) closing.push(questions.close);

    const outside: GlobalpingClient | null = globalping === undefined ? null : await globalpingFor(globalping, userAgent, now, log);
    const health = () => healthOf(now(), files.sequence(), term?.pipeline ?? null, intake, store, measuring);
    const networkOf = (address: string) => (networks === null ? null : originText(networks.find(address)));
    const listening = await listen(host, port, { head: files.head, file: files.file, health, intake, questions, proxies, networkOf });
    closing.push(() => intake.drain(), listening.close);
    const reports = reportsAddress === "own" ? `${listening.url}${REPORTS_PATH}` : reportsAddress;

    async function refreshRanges(): Promise<void> {
      if (!existsSync(rangesFile)) return;
      const before = attachments.ranges?.sha256;
      attachments = readAttachments(rangesFile, world.list);
      if (attachments.ranges?.sha256 !== before) clouds = cloudsOf(attachments);
    }

    async function currentRoots(): Promise<RootChain["documents"]> {
      roots = await data.readRoots();
      return roots.documents;
    }

    const logProblem = (problem: unknown) => log(messageOf(problem));
    const follow = setInterval(() => {
      if (term === null) files.follow().catch(logProblem);
    }, FOLLOW_EVERY);
    const refresh = setInterval(() => {
      refreshRanges().catch(logProblem);
      intake.forgetOld();
    }, MINUTE);
    const followRoots = setInterval(() => currentRoots().catch(logProblem), FOLLOW_ROOTS_EVERY);
    closing.push(
      () => clearInterval(follow),
      () => clearInterval(followRoots),
      () => clearInterval(refresh),
    );

    if (rangesAge > 0) closing.push(keepRangesFresh({ file: rangesFile, age: rangesAge, log }));

    const { targets } = attachments;
    if (vantage !== undefined && country !== undefined) {
      const started = await startMeasuring({ vantage, country, world, targets, networks, internet, userAgent, store, holder, now, log });
      closing.push(started.stop);
      measuring = started;
    }
    let stopOutside: (() => Promise<void>) | null = null;

    const election = holdElection(store.publication, holder, {
      log,
      async lead() {
        term = await startTerm({
          ...{ store, signer, holder, sources, publishEverySeconds, userAgent, now, issuedAt, log },
          parser: options.parser,
          catalogue: wholeCatalogue(),
          attachments: () => attachments,
          roots: currentRoots,
          reports,
          folder: publicDir,
          onPublished: files.show,
        });
        if (outside !== null) stopOutside = startOutside({ world, targets, store, holder, now, log, client: outside });
      },
      async stepDown() {
        const ending = term;
        term = null;
        await stopOutside?.();
        stopOutside = null;
        await ending?.end();
      },
    });
    closing.push(() => election.stop());
    await election.begun;
    return {
      url: listening.url,
      rootKey: rootText(newestRoot(roots)),
      reports,
      selfCheck: () => retentionReport(store, { dataDir, networksFile }, now()),
      close,
    };
  } catch (problem) {
    await close();
    throw problem;
  }
}

/** Null unless this server is a vantage. */
async function questionsOf({ vantage, country }: ServerOptions, more: Omit<QuestionsOptions, "vantage">): Promise<Questions | null> {
  if (vantage === undefined || country === undefined) return null;
  return await openQuestions({ ...more, vantage: { id: vantage, country } });
}

function cloudsOf({ ranges }: Attachments): AddressTable | null {
  return ranges === null ? null : readAddressTable(ranges.bytes);
}
