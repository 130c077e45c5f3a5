import { MINUTE, SECOND } from "../../utils/core/time.ts";
import type { MeasurementStore } from "../store/measurement-store.ts";
import type { GlobalpingClient, OutsideWord } from "./globalping.ts";
import type { Measurements } from "./measurements.ts";
import type { MeasuredTarget } from "./targets.ts";
import { writeVantageView } from "./vantage-view.ts";

const NAME = "globalping";
/** One target is asked again after this, and what was seen counts so long. Judged: an hour's limit is for some seventy questions. */
const GOOD_FOR = 5 * MINUTE;
const LOOK_EVERY = 20 * SECOND;
/** Targets that fail at once are asked in this number at a time; when half of the internet fails nobody needs to be asked. Judged. */
const AT_ONCE = 5;

type Seen = { word: OutsideWord; at: number; since: number; rounds: number };

export type DoubtfulTargetsOptions = {
  client: GlobalpingClient;
  measurements: Measurements;
  store: MeasurementStore;
  holder: string;
  list: readonly MeasuredTarget[];
  /** The hash of the list. */
  targets: string;
  now(): number;
  log(line: string): void;
};

/**
 * Has the targets that fail at some vantage asked by Globalping's probes, which count as one more vantage: it sees those targets alone. Of
 * several processes the publisher does it.
 * @returns stops it
 */
export function askAboutDoubtful({
  client,
  measurements,
  store,
  holder,
  list,
  targets,
  now,
  log,
}: DoubtfulTargetsOptions): () => Promise<void> {
  const seen = new Map<string, Seen>();
  let busy: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const time = now();
    const doubted = new Set((await measurements.read(time))?.doubted ?? []);
    for (const [target, { at }] of seen) if (time - at > GOOD_FOR && !doubted.has(target)) seen.delete(target);
    const due = list.filter(({ id }) => doubted.has(id) && time - (seen.get(id)?.at ?? Number.NEGATIVE_INFINITY) >= GOOD_FOR);
    await Promise.all(due.slice(0, AT_ONCE).map(note));
    if (seen.size === 0) await store.withdraw(holder, NAME);
    else await store.save(holder, NAME, now(), view());
  }

  async function note(target: MeasuredTarget): Promise<void> {
    const word = await client.ask(target);
    if (word === null) return;
    const before = seen.get(target.id);
    const goesOn = before?.word === word ? before : null;
    seen.set(target.id, { word, at: now(), since: goesOn?.since ?? now(), rounds: (goesOn?.rounds ?? 0) + 1 });
  }

  function view(): string {
    const fresh = new Map([...seen].filter(([, { at, word }]) => word !== "unclear" && now() - at <= GOOD_FOR + MINUTE));
    const failing = [...fresh].flatMap(([target, { word, rounds, since }]) =>
      word === "fails" ? [{ target, failure: "unknown" as const, rounds, since }] : [],
    );
    const unseen = list.flatMap(({ id }) => (fresh.has(id) ? [] : [id]));
    return writeVantageView({ vantage: NAME, country: null, asn: null, at: now(), targets, failing, unseen });
  }

  const timer = setInterval(() => {
    busy = busy.then(look).catch((problem: Error) => log(`globalping: ${problem.message}`));
  }, LOOK_EVERY);
  return async () => {
    clearInterval(timer);
    await busy;
    await store.withdraw(holder, NAME).catch(() => {});
  };
}
