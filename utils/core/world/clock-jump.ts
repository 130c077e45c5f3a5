import { MINUTE } from "../time.ts";
import type { Host, Site, Tab, World } from "./world.ts";

/** Events come a little out of order. One that is older than the newest by more than this shows that the clock was set back. Judged. */
const JUMP = 2 * MINUTE;

/**
 * Moves the world into the time of a clock that was set back. All its times move by the same amount, so that ages stay what they were.
 * To reproduce what happens without it: let a site fail, set the clock back by a day, and the site stays in trouble for that day
 * although it works again.
 * @param event an event of a tab; its time is the clock's new time
 * @returns the same world where no clock was set back
 */
export function afterClockJump(world: World, event: { at: number; tabId: number }): World {
  const newest = Math.max(world.answers.at(-1)?.at ?? 0, world.tabs[event.tabId]?.at ?? 0);
  return newest - event.at > JUMP ? shiftedBack(world, newest - event.at) : world;
}

/** The world with every instant in it earlier by a number of milliseconds. */
function shiftedBack(world: World, by: number): World {
  // 0 means "never" everywhere in the world.
  const back = (time: number) => (time === 0 ? 0 : Math.max(1, time - by));
  const tab = ({ pending, loading, ...rest }: Tab): Tab => ({
    ...rest,
    at: back(rest.at),
    loading: loading && {
      ...loading,
      at: back(loading.at),
      beganAt: back(loading.beganAt),
      ...(loading.restartedAt === undefined ? {} : { restartedAt: back(loading.restartedAt) }),
      answeredAt: loading.answeredAt && back(loading.answeredAt),
    },
    pending: pending && { ...pending, at: back(pending.at) },
  });
  const host = ({ trouble, ...rest }: Host): Host => ({
    ...rest,
    okAt: back(rest.okAt),
    ...(rest.sockets === undefined ? {} : { sockets: { ...rest.sockets, at: back(rest.sockets.at) } }),
    ...(rest.partOkAt === undefined ? {} : { partOkAt: back(rest.partOkAt) }),
    trouble: trouble && {
      ...trouble,
      faults: trouble.faults.map((fault) => ({
        ...fault,
        at: back(fault.at),
        ...(fault.began === undefined ? {} : { began: back(fault.began) }),
      })),
      rateAt: back(trouble.rateAt),
    },
  });
  const site = (one: Site): Site => ({
    ...one,
    pageOkAt: back(one.pageOkAt),
    troubleSince: back(one.troubleSince),
    ...(one.refusal === undefined ? {} : { refusal: { ...one.refusal, at: back(one.refusal.at) } }),
    ...(one.pace === undefined ? {} : { pace: { ...one.pace, last: one.pace.last.map((load) => ({ ...load, at: back(load.at) })) } }),
    hosts: mapValues(one.hosts, host),
  });
  return {
    ...world,
    networkChangedAt: back(world.networkChangedAt),
    connectivity: world.connectivity && { ...world.connectivity, at: back(world.connectivity.at) },
    unreachableAt: back(world.unreachableAt),
    proxiedAt: back(world.proxiedAt),
    intermediaryAt: back(world.intermediaryAt),
    feedFailures: mapValues(world.feedFailures, back),
    feedAt: back(world.feedAt),
    checkedAt: back(world.checkedAt),
    elsewhere: world.elsewhere.map((one) => ({ ...one, at: back(one.at) })),
    answers: world.answers.map((answer) => ({ ...answer, at: back(answer.at) })),
    tabs: mapValues(world.tabs, tab),
    sites: mapValues(world.sites, site),
    passing: world.passing.map((record) => ({ ...record, okAt: back(record.okAt) })),
  };
}

function mapValues<Value>(record: { [key: string]: Value }, change: (value: Value) => Value): { [key: string]: Value } {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
