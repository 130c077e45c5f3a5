import * as v from "valibot";
import { NEL_TYPES } from "../../utils/core/net/failure.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { Internet } from "../probe/internet.ts";
import { probe } from "../probe/probe.ts";
import type { Obstacle, View } from "../probe/view.ts";

/** Where a server process stands, as its operator says. */
export type Vantage = { id: string; country: string };

/** What one vantage saw of a host, as it is answered. */
export const vantageView = v.strictObject({
  from: v.string(),
  country: v.string(),
  /** Null: the host answers. */
  failure: v.nullable(v.picklist(NEL_TYPES)),
  status: v.nullable(v.number()),
  ms: v.number(),
  at: v.string(),
});
export type VantageView = v.InferOutput<typeof vantageView>;

/**
 * What comes of a question at one vantage: a view, or why there is none. `refused`: the host must not be asked. `unseen`: the `host` turns
 * programs away, or this `vantage` cannot tell, for example because its own connection is in doubt.
 */
export type Outcome = { view: VantageView } | { refused: string } | { unseen: "host" | "vantage" };

/** The obstacles that are the host's own doing. */
const OF_HOSTS: ReadonlySet<Obstacle> = new Set<Obstacle>(["turned-away", "unlike-a-browser"]);

export type Asking = {
  vantage: Vantage;
  userAgent: string;
  internet: Internet;
  /** Whether the connection of this vantage itself is in doubt: then it says nothing. */
  isBlind(): boolean;
  signal: AbortSignal;
};

/** Milliseconds for https and the plain http that may follow. */
const TIMEOUT = 10 * SECOND;

/** Asks a host from here, for all who want to know. Never throws. */
export async function lookFrom({ vantage, userAgent, internet, isBlind, signal }: Asking, host: string): Promise<Outcome> {
  if (isBlind()) return { unseen: "vantage" };
  const view = await probeBoth(host, { userAgent, internet, signal });
  if (view.result === "no-view" && view.because === "refused") return { refused: view.reason };
  // What broke it may have come in between.
  if (isBlind()) return { unseen: "vantage" };
  if (view.result === "no-view") return { unseen: OF_HOSTS.has(view.because) ? "host" : "vantage" };
  const { failure, status, ms, at } = view;
  return { view: { from: vantage.id, country: vantage.country, failure, status, ms, at } };
}

/** Few sites have no https any more, and they refuse the connection: they are asked as a browser does that falls back to http. */
async function probeBoth(host: string, { signal, ...options }: Pick<Asking, "userAgent" | "internet" | "signal">): Promise<View> {
  const start = performance.now();
  const view = await probe({ host }, { ...options, signal });
  if (view.failure !== "tcp.refused") return view;
  const rest = AbortSignal.timeout(Math.max(0, Math.ceil(TIMEOUT - (performance.now() - start))));
  const plain = await probe({ host, scheme: "http" }, { ...options, signal: AbortSignal.any([signal, rest]) });
  return plain.result === "answered" ? plain : view;
}
