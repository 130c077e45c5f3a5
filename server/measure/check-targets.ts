import type { NelType } from "../../utils/core/net/failure.ts";
import { classifyProblem } from "../probe/classify.ts";
import type { Internet } from "../probe/internet.ts";
import { probe } from "../probe/probe.ts";
import type { View } from "../probe/view.ts";
import { ANCHORS_NEEDED, TOO_MANY } from "./own-control.ts";
import { readRobots } from "./read-robots.ts";
import { isFrontPage } from "./robots.ts";
import type { MeasuredTarget } from "./targets.ts";

/** Targets at a time, each on a host of its own. Judged: 600 of them take some three minutes. */
const AT_ONCE = 4;

/** What became of the one question to a target. `reason`: words for people. */
export type TargetSeen =
  | { kind: "answered"; status: number; ms: number }
  /** It turns programs away, so it can be no target. */
  | { kind: "no-view"; reason: string }
  | { kind: "fails"; failure: NelType; status: number | null }
  | { kind: "no-such-name" }
  /** It was not asked, or the trouble may be here. */
  | { kind: "unclear"; reason: string };

export type TargetCheck = { target: MeasuredTarget; seen: TargetSeen };

export type Checking = {
  /** The ids of the targets that show whether this machine has a connection. */
  anchors: readonly string[];
  userAgent: string;
  internet: Internet;
};

const NO_SUCH_NAME: NelType = "dns.name_not_resolved";

/**
 * Asks every target once, as a vantage does: robots.txt first where the target is a front page, redirects within the owner, 10 s. Throws,
 * with one readable line, where the anchors are silent or most targets fail: then the connection of this machine is broken.
 * @returns in the order of the list
 */
export async function checkTargets(list: readonly MeasuredTarget[], { anchors, userAgent, internet }: Checking): Promise<TargetCheck[]> {
  const { signal } = new AbortController();
  const means = { signal, userAgent, internet };

  async function check(target: MeasuredTarget): Promise<TargetSeen> {
    const word = isFrontPage(target) ? await readRobots(target, { userAgent, internet, stop: signal }) : "allowed";
    if (word === "forbidden") return { kind: "no-view", reason: "robots.txt keeps programs out" };
    if (word === "allowed") return seenIn(await probe({ host: target.host, path: target.path }, means));
    // Without its robots.txt a front page is not asked (RFC 9309, 2.3.1.4), but its name is.
    const exists = await nameExists(target.host);
    return exists ? { kind: "unclear", reason: "not asked, because its robots.txt could not be read" } : { kind: "no-such-name" };
  }

  async function nameExists(host: string): Promise<boolean> {
    try {
      await internet.lookUp(host, AbortSignal.timeout(10_000));
      return true;
    } catch (problem) {
      return classifyProblem("name", problem).failure !== NO_SUCH_NAME;
    }
  }

  const seen = new Map<string, TargetSeen>();
  const checkAll = async (targets: readonly MeasuredTarget[]) => {
    const waiting = [...targets];
    const work = async () => {
      for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) seen.set(target.id, await check(target));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  };
  const isAnchor = ({ id }: MeasuredTarget) => anchors.includes(id);
  const answering = () => anchors.filter((id) => seen.get(id)?.kind === "answered").length;

  await checkAll(list.filter(isAnchor));
  if (answering() < Math.min(ANCHORS_NEEDED, anchors.length))
    throw new Error(`${anchors.join(", ")}: fewer than ${ANCHORS_NEEDED} of these answer, so the connection of this machine is in doubt`);
  await checkAll(list.filter((target) => !isAnchor(target)));
  const lost = [...seen.values()].filter(({ kind }) => kind !== "answered" && kind !== "no-view").length;
  if (lost > list.length * TOO_MANY)
    throw new Error(`${lost} of ${list.length} targets fail, so the connection of this machine is in doubt`);
  return list.flatMap((target) => {
    const found = seen.get(target.id);
    return found === undefined ? [] : [{ target, seen: found }];
  });
}

function seenIn(view: View): TargetSeen {
  switch (view.result) {
    case "answered":
      return { kind: "answered", status: view.status, ms: view.ms };
    case "failed":
      return view.failure === NO_SUCH_NAME ? { kind: "no-such-name" } : { kind: "fails", failure: view.failure, status: view.status };
    case "no-view": {
      const reason = view.status === null ? view.reason : `HTTP ${view.status}: ${view.reason}`;
      return view.because === "turned-away" ? { kind: "no-view", reason } : { kind: "unclear", reason };
    }
  }
}
