import { Random } from "../../scenarios/random.ts";
import { type ArmName, settle } from "./arms.ts";
import { SITE } from "./heavy-page.ts";
import { memoryOf, processorTime } from "./process-tree.ts";
import { openStage } from "./stage.ts";

/** Milliseconds by arm, one entry a round, in the same order in every arm. Memory in megabytes, after the last round. */
export type Visits = {
  load: { [arm in ArmName]: number[] };
  processor: { [arm in ArmName]: number[] };
  memory: { [arm in ArmName]: number };
  /** Hosts in the learned map of full access, after the last round: proof that it had its work. */
  learned: number;
};

const ARMS: ArmName[] = ["none", "do-nothing", "basic", "full"];
/** Loads that nobody measures: caches fill, code is compiled, the badge is drawn for the first time. */
const WARM_UP = 2;
/** Loads of an arm in one round: their mean is one of the pairs, or the noise of a single load would hide what is measured. */
const LOADS = 3;
/** What an extension does after a load (drawing, storing, learning) belongs to it. */
const AFTERMATH = 1000;

const LEARNED_HOSTS = `new Promise((resolve, reject) => {
  const opening = indexedDB.open("not-just-me");
  opening.onerror = reject;
  opening.onsuccess = () => {
    const count = opening.result.transaction("hosts").objectStore("hosts").count();
    count.onsuccess = () => resolve(count.result);
  };
})`;

let visited: Promise<Visits> | undefined;

/** Visits the heavy page in all arms in turn. Measured once in a run, however many lines of the table come from it. */
export function visitHeavyPage(rounds: number, say: (line: string) => void): Promise<Visits> {
  visited ??= visit(rounds, say);
  return visited;
}

async function visit(rounds: number, say: (line: string) => void): Promise<Visits> {
  const visits = { load: empty(), processor: empty(), memory: { none: 0, "do-nothing": 0, basic: 0, full: 0 }, learned: 0 };
  const random = new Random("order of arms");
  const stage = await openStage(ARMS);
  try {
    for (let round = -WARM_UP; round < rounds; round++) {
      // Whatever a neighbour leaves behind falls on each arm alike.
      for (const name of random.shuffle(ARMS)) {
        const { page, pid } = stage.arm(name);
        const before = processorTime(pid);
        let load = 0;
        for (let turn = 0; turn < LOADS; turn++) {
          await page.goto(`https://${SITE}/`, { waitUntil: "load" });
          load += (await page.evaluate("done")) as number;
          await settle(AFTERMATH);
        }
        const processor = processorTime(pid) - before;
        if (round < 0) continue;
        visits.load[name].push(load / LOADS);
        visits.processor[name].push(processor / LOADS);
      }
      if (round >= 0 && (round + 1) % 10 === 0) say(`heavy page: ${round + 1} of ${rounds} rounds`);
    }
    for (const name of ARMS) visits.memory[name] = memoryOf(stage.arm(name).pid);
    visits.learned = await stage.arm("full").extension.inExtension<number>(LEARNED_HOSTS);
    return visits;
  } finally {
    await stage.close();
  }
}

function empty(): { [arm in ArmName]: number[] } {
  return { none: [], "do-nothing": [], basic: [], full: [] };
}
