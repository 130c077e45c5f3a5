import { type Behaviour, FINE } from "../loopback/stand-in.ts";
import type { World } from "../loopback/world.ts";
import { CAST, type Role } from "./cast.ts";
import { DAY } from "./day.ts";
import type { DemoClock } from "./demo-clock.ts";
import { EC2_API } from "./measured.ts";

/** Front pages stay up all day; what breaks is the calls behind them. */
const FAILING: Behaviour = [503, 503, "hang", 503];
const HANGING: Behaviour = ["hang", 503, "hang", "fine", 503];
const RELAXING: Behaviour = [503, "fine", "hang", 503];

type Turn = { at: number; waves: Role["wave"][]; api: Behaviour; measured?: Behaviour };

const TURNS: Turn[] = [
  { at: DAY.impact, waves: ["first", "second"], api: FAILING, measured: [503] },
  { at: DAY.callsHang, waves: ["first", "second"], api: HANGING },
  { at: DAY.firstWave, waves: ["first", "second"], api: RELAXING },
  { at: DAY.firstWaveDone, waves: ["first"], api: FINE, measured: FINE },
  { at: DAY.secondWaveDone, waves: ["second"], api: FINE },
];

/** Makes the stand-ins behave as their models did, hour by hour. Ends with the last turn. */
export async function playWorld(world: World, clock: DemoClock): Promise<void> {
  for (const { at, waves, api, measured } of TURNS) {
    await clock.until(at);
    for (const role of CAST) if (waves.includes(role.wave)) world.set(role.api, api, "api");
    if (measured !== undefined) world.set(EC2_API, measured);
  }
}
