import { MINUTE } from "../utils/core/time.ts";
import { adapterFor } from "./adapters/index.ts";
import type { Signer } from "./keys/signer.ts";
import { openIncidentDesk } from "./merge/incident-desk.ts";
import { createPoller } from "./poll/poller.ts";
import { newSourceState, type SourceState } from "./poll/source-state.ts";
import { type Contents, inSeconds } from "./publish/document.ts";
import { createPublisher, type Publication } from "./publish/publisher.ts";
import type { Source } from "./source.ts";
import type { Store } from "./store/store.ts";

export type EditorOptions = {
  store: Store;
  signer: Signer;
  holder: string;
  sources: readonly Source[];
  /** Files for mirrors go here; null for nowhere. */
  folder: string | null;
  userAgent: string;
  now(): number;
  /** For the operator's eyes: what went wrong and what is well again. */
  log(line: string): void;
};

export type Editor = {
  /** Reads all sources once. */
  readAll(): Promise<void>;
  publish(): Promise<Publication | null>;
  /** Reads sources at their pace; calls back when what they tell has changed. */
  start(onChange: () => void): void;
  stop(): Promise<void>;
  states(): SourceState[];
};

/** Whoever makes the feed: reads the sources, joins what they tell, publishes. Among several processes one does this at a time. */
export async function openEditor({ store, signer, holder, sources, folder, userAgent, now, log }: EditorOptions): Promise<Editor> {
  const kept = new Map((await store.sources.all()).map((state) => [state.id, state]));
  const states = new Map(sources.map(({ id, url }) => [id, kept.get(id)?.url === url ? kept.get(id) : undefined]));
  const unsaved = new Map<string, SourceState>();
  const desk = await openIncidentDesk(store.incidents, now());
  let whenChanged = () => {};

  const poller = createPoller({
    sources: sources.flatMap((source) => {
      const adapter = adapterFor(source.format);
      return adapter === null ? [] : [{ source, adapter }];
    }),
    stateOf: (id) => states.get(id),
    onLook,
    now,
    userAgent,
  });

  function onLook(state: SourceState): void {
    const before = states.get(state.id);
    states.set(state.id, state);
    unsaved.set(state.id, state);
    if (state.trouble !== (before?.trouble ?? null)) log(`${state.id}: ${state.trouble ?? "can be read again"}`);
    if (JSON.stringify(state.incidents) !== JSON.stringify(before?.incidents ?? [])) whenChanged();
  }

  function allStates(): SourceState[] {
    return sources.map(({ id, url }) => states.get(id) ?? newSourceState(id, url));
  }

  async function contents(): Promise<Contents> {
    const time = now();
    const standing = allStates();
    await desk.update(standing, time);
    await store.sources.save([...unsaved.values()]);
    unsaved.clear();
    return {
      // Whole minutes: finer ones tell nobody more, and 170 of them would not compress.
      sources: standing.map(({ id, checked, trouble }) => ({
        id,
        checked: checked === null ? null : inSeconds(Math.floor(checked / MINUTE) * MINUTE),
        ok: trouble === null,
      })),
      incidents: desk.current(time),
      services: [],
      catalogue: null,
      ranges: null,
    };
  }

  const publisher = createPublisher({ publication: store.publication, signer, holder, contents, folder, now });
  return {
    readAll: () => poller.readAll(),
    publish: () => publisher.publish(),
    start(onChange) {
      whenChanged = onChange;
      poller.start();
    },
    stop: () => poller.stop(),
    states: allStates,
  };
}
