import { join } from "node:path";
import type { Service } from "../../utils/core/providers/catalogue.ts";
import { isFormat } from "../../utils/core/status-pages/format-names.ts";
import type { Source } from "../../utils/core/status-pages/source.ts";
import { SOURCE_IDS } from "../../utils/core/status-pages/source-ids.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { type CrowdDetector, openCrowdDetector, withoutNumbers } from "../crowd/crowd-detector.ts";
import type { RootDocument } from "../keys/root-chain.ts";
import type { JointView } from "../measure/join-vantages.ts";
import { createMeasurements, viewsInFeed } from "../measure/measurements.ts";
import { type IncidentRegistry, openIncidentRegistry } from "../merge/incident-registry.ts";
import { createPoller, type Poller } from "../poll/poller.ts";
import { isUnderstood, newSourceState, type SourceState } from "../poll/source-state.ts";
import { createTroubleLog } from "../poll/trouble-log.ts";
import { type Attachments, nameInFeed, writeFiles } from "../publish/attachments.ts";
import { type Contents, newsOf } from "../publish/body.ts";
import { dayOf, historyName, writeHistory } from "../publish/day-history.ts";
import { bodyName } from "../publish/head.ts";
import { inSeconds } from "../publish/in-seconds.ts";
import type { Publication } from "../publish/publication.ts";
import { createPublisher, type Publisher, type PublisherOptions } from "../publish/publisher.ts";
import type { Store } from "../store/store.ts";
import { writeFileWhole } from "../store/write-file.ts";

export type FeedPipelineOptions = {
  store: Store;
  signer: PublisherOptions["signer"];
  /** Names this process in the lease. */
  holder: string;
  sources: readonly Source[];
  catalogue: readonly Service[];
  attachments(): Attachments;
  /** Reads the documents of the roots after the first, for mirrors. */
  roots(): Promise<readonly RootDocument[]>;
  /** The one address that takes reports; null where none are taken. */
  reports: string | null;
  /** Files for mirrors go here. */
  folder: string;
  /** The name of the head among them, where it is not `head`. */
  headName?: string | undefined;
  userAgent: string;
  /** The code of the thread that parses payloads, where a test has another. */
  parser?: URL | undefined;
  now(): number;
  /** The clock by which documents are issued and expire, where it is not `now`. */
  issuedAt?: (() => number) | undefined;
  /** Writes a line for the operator: what went wrong, and what works again. */
  log(line: string): void;
};

/** Makes the feed: reads the sources and the reports, joins what they report into incidents, publishes. */
export type FeedPipeline = {
  /** Reads all sources once. */
  readAll(): Promise<void>;
  /** Null where another process has taken over meanwhile. */
  publish(): Promise<Publication | null>;
  /** Writes the published document and all files that it names, for mirrors. Throws where the folder cannot be written. */
  writeMirrorFiles(publication: Publication): Promise<void>;
  /** Reads each source at its own pace from now on. */
  start(): void;
  stop(): Promise<void>;
  /** Whether the content of the feed has changed since it was last published. */
  hasChanges(): Promise<boolean>;
  states(): SourceState[];
};

/** Continues from the stored state, also that of another process. Among several processes one has a pipeline at a time. */
export async function openFeedPipeline(options: FeedPipelineOptions): Promise<FeedPipeline> {
  const { store, signer, holder, sources, catalogue, attachments, roots, reports, folder, userAgent, now, log } = options;
  const issuedAt = options.issuedAt ?? now;
  const stored = new Map((await store.sources.all()).map((state) => [state.id, state]));
  const states = new Map(sources.map(({ id, url }) => [id, stored.get(id)?.url === url ? stored.get(id) : undefined]));
  const unsaved = new Map<string, SourceState>();
  const watched = catalogue.filter(({ sensitive }) => sensitive !== true).map(({ id, name, on }) => ({ id, name, on }));
  const registry: IncidentRegistry = await openIncidentRegistry(store.incidents, catalogue, now());
  const crowd: CrowdDetector = await openCrowdDetector(store.reports, watched, store.kind === "sqlite" ? "one" : "several", now(), log);
  const measurements = createMeasurements(store.measurements, () => attachments().targets);
  const troubles = createTroubleLog(log);
  /** How many reads of a source brought something new. */
  let changes = 0;
  let latest = { sources: -1, crowd: "", measured: "" };
  let published = "";
  let writtenHistory = "";

  const poller: Poller = createPoller({
    sources: sources.filter(({ format }) => isFormat(format)),
    stateOf: (id) => states.get(id),
    onRead(state) {
      const before = states.get(state.id);
      states.set(state.id, state);
      unsaved.set(state.id, state);
      if (state.trouble !== (before?.trouble ?? null)) troubles.note(state);
      if (state.firstTrouble !== (before?.firstTrouble ?? null)) troubles.noteAddress(state);
      if (state.unknown.length > 0 && (before?.unknown ?? []).length === 0) troubles.noteUnknown(state.id, state.unknown);
      if (state.digest !== before?.digest || (state.trouble === null) !== (before?.trouble === null)) changes++;
    },
    now,
    userAgent,
    parser: options.parser,
  });

  const allStates = () => sources.map(({ id, url }) => states.get(id) ?? newSourceState(id, url));

  /** Brings crowd, measurements and incidents up to date. */
  async function update(time: number): Promise<Current> {
    const output = await crowd.update(time);
    const measured = await measurements.read(time);
    latest = { sources: changes, crowd: withoutNumbers(output), measured: withoutTime(measured) };
    await registry.update(allStates(), { crowd: output, measured }, time);
    const views = viewsInFeed(measured, attachments().targets.sha256, issuedAt() - now());
    return { incidents: registry.current(time), services: output.services, networks: output.networks, views };
  }

  /** Joining all incidents costs too much to do it every second without need. */
  async function hasChanges(): Promise<boolean> {
    const time = now();
    const output = await crowd.update(time);
    const measured = withoutTime(await measurements.read(time));
    if (changes === latest.sources && withoutNumbers(output) === latest.crowd && measured === latest.measured) return false;
    return newsOf(contentsAt(await update(time), time)) !== published;
  }

  async function contents(): Promise<Contents> {
    const time = now();
    const current = contentsAt(await update(time), time);
    published = newsOf(current);
    const saved = [...unsaved.values()];
    unsaved.clear();
    await store.sources.save(saved);
    return current;
  }

  /** Contents of a body. Sources that were read are not named, so that their times make no news. */
  function contentsAt(current: Current, time: number): Contents {
    const { catalogue: services, ranges, targets } = attachments();
    return {
      sources: { read: inSeconds(time), except: unreadSources(allStates()), named: [] },
      ...current,
      catalogue: nameInFeed(services),
      ranges: nameInFeed(ranges),
      // Only who knows who answers needs to know who was asked.
      targets: current.views === null ? null : nameInFeed(targets),
    };
  }

  /** The head comes last: whoever copies the folder meanwhile finds everything that a head names. */
  async function writeMirrorFiles({ head, body }: Publication): Promise<void> {
    const target = join(folder, "v2");
    const { catalogue: services, ranges, targets } = attachments();
    const current = [{ name: bodyName(body.sha256), bytes: body.bytes }, services, targets, ...(ranges === null ? [] : [ranges])];
    writeFiles([...current, ...(await roots()).map(({ number, bytes }) => ({ name: `root-${number}`, bytes }))], target);
    await keepHistory(now());
    writeFileWhole(join(target, options.headName ?? "head"), head);
  }

  async function keepHistory(time: number): Promise<void> {
    const day = dayOf(time);
    const bytes = await writeHistory(store.incidents, day, time);
    const text = bytes === null ? "" : Buffer.from(bytes).toString("utf8");
    if (bytes === null || text === writtenHistory) return;
    writeFileWhole(join(folder, "v2", historyName(day)), bytes);
    writtenHistory = text;
  }

  const publisher: Publisher = createPublisher({ publication: store.publication, signer, holder, reports, contents, now: issuedAt });
  return {
    readAll: () => poller.readAll().finally(() => troubles.flush()),
    publish: () => publisher.publish(),
    writeMirrorFiles,
    start: () => poller.start(),
    async stop() {
      await poller.stop();
      troubles.flush();
    },
    hasChanges,
    states: allStates,
  };
}

type Current = Pick<Contents, "incidents" | "services" | "networks" | "views">;

/** The time of the rounds changes every minute and is no news. */
function withoutTime(measured: JointView | null): string {
  return JSON.stringify(measured === null ? null : { ...measured, at: 0, doubted: [] });
}

/**
 * The sources that could not be read, in the order of their ids. Those that the product knows and this server does not read are among
 * them: clients take every other one as read.
 */
function unreadSources(states: readonly SourceState[]): Contents["sources"]["except"] {
  const own = new Map(states.map((state) => [state.id, state]));
  const ids = [...new Set([...SOURCE_IDS, ...own.keys()])].toSorted();
  return ids.flatMap((id) => {
    const state = own.get(id);
    if (state !== undefined && isUnderstood(state)) return [];
    const checked = state?.checked ?? null;
    // Whole minutes: nobody needs finer ones, and they would not compress.
    return [{ id, checked: checked === null ? null : inSeconds(Math.floor(checked / MINUTE) * MINUTE) }];
  });
}
