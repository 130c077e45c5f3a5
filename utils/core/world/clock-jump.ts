import { MINUTE } from "../time.ts";
import type { Host, Site, Tab, World } from "./world.ts";

/** Events come a little out of order; what lies further back than this is a clock that was set back. */
const JUMP = 2 * MINUTE;

/**
 * Brings a picture into the time of a clock that was set back (the lab's way to see it: fail, set the clock back by a day, and a site
 * that works again would stay in trouble for that day). All its times move by the same, so that ages stay what they were.
 * @param event what a tab tells; its time is the clock's new time
 * @returns the same world where no clock was set back
 */
export function afterClockJump(world: World, event: { at: number; tabId: number }): World {
  const newest = Math.max(world.answers.at(-1)?.at ?? 0, world.tabs[event.tabId]?.at ?? 0);
  return newest - event.at > JUMP ? moved(world, newest - event.at) : world;
}

function moved(world: World, by: number): World {
  // 0 is "never" everywhere in the picture.
  const back = (time: number) => (time === 0 ? 0 : Math.max(1, time - by));
  const tab = ({ pending, ...rest }: Tab): Tab => ({
    ...rest,
    at: back(rest.at),
    pending: pending && { ...pending, at: back(pending.at) },
  });
  const host = ({ trouble, ...rest }: Host): Host => ({
    ...rest,
    okAt: back(rest.okAt),
    trouble: trouble && {
      ...trouble,
      faults: trouble.faults.map((fault) => ({ ...fault, at: back(fault.at) })),
      rateAt: back(trouble.rateAt),
    },
  });
  const site = (one: Site): Site => ({
    ...one,
    pageOkAt: back(one.pageOkAt),
    troubleSince: back(one.troubleSince),
    hosts: each(one.hosts, host),
  });
  return {
    ...world,
    networkChangedAt: back(world.networkChangedAt),
    connectivity: world.connectivity && { ...world.connectivity, at: back(world.connectivity.at) },
    unreachableAt: back(world.unreachableAt),
    proxiedAt: back(world.proxiedAt),
    feedFailures: each(world.feedFailures, back),
    feedAt: back(world.feedAt),
    answers: world.answers.map((answer) => ({ ...answer, at: back(answer.at) })),
    tabs: each(world.tabs, tab),
    sites: each(world.sites, site),
  };
}

function each<Value>(record: { [key: string]: Value }, change: (value: Value) => Value): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
