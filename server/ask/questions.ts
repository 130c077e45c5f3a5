import { SECOND } from "../../utils/core/time.ts";
import type { Internet } from "../probe/internet.ts";
import { networkOf } from "../reports/network-prefix.ts";
import type { NetworkTable } from "../reports/network-table.ts";
import type { Messages } from "../store/messages.ts";
import { createAskLimits } from "./ask-limits.ts";
import { joinNeighbours, type Neighbours } from "./neighbours.ts";
import { readQuestion } from "./question.ts";
import { shareAnswers } from "./sharing.ts";
import { lookFrom, type Vantage, type VantageView } from "./vantage-view.ts";

/** Measurements at a time: some 100 kB of memory each while TLS is negotiated. Judged. */
const MOST_UNDER_WAY = 64;
/** Milliseconds after which an answer goes out with the views that have come: people wait for 12 s. */
const ANSWER_WITHIN = 11 * SECOND;
/** Milliseconds: some measurement will have ended by then. */
const PAUSE_WHEN_FULL = 5 * SECOND;

export type Answer =
  | { result: "answered"; host: string; views: VantageView[] }
  | { result: "refused"; reason: string }
  /** `pause`: milliseconds until asking again makes sense. */
  | { result: "limited" | "full"; pause: number }
  /** The connection of this server itself is in doubt, and no other vantage has told. */
  | { result: "blind" };

/** What people ask about hosts, answered from here and from the other vantages. It keeps no record and writes no log. */
export type Questions = {
  /**
   * Answers within 12 s. Never rejects.
   * @param address of who asks, for the limits; null where it is not known
   */
  ask(body: Uint8Array, address: string | null): Promise<Answer>;
  close(): Promise<void>;
};

export type QuestionsOptions = {
  vantage: Vantage;
  /** Names the operator and how to reach them. */
  userAgent: string;
  networks: NetworkTable | null;
  /** To the other processes; null where there are none. */
  messages: Messages | null;
  /** Whether the connection of this vantage itself is in doubt: then it says nothing. */
  isBlind(): boolean;
  internet: Internet;
  now(): number;
  log(line: string): void;
};

export async function openQuestions(options: QuestionsOptions): Promise<Questions> {
  const { vantage, userAgent, networks, messages, isBlind, internet, now, log } = options;
  const closing = new AbortController();
  const limits = createAskLimits(now);
  const asking = { vantage, userAgent, internet, isBlind, signal: closing.signal };
  const here = shareAnswers((host) => lookFrom(asking, host), MOST_UNDER_WAY, now);
  let neighbours: Neighbours | null = null;
  const everywhere = shareAnswers(findEverywhere, MOST_UNDER_WAY, now);

  async function lookForOthers(host: string): Promise<VantageView | null> {
    if (!here.has(host) && !limits.allowsSite(host)) return null;
    const outcome = await here.answerOf(host);
    return outcome !== null && "view" in outcome ? outcome.view : null;
  }

  async function findEverywhere(host: string): Promise<{ views: VantageView[] } | { refused: string } | { blind: true }> {
    const [own, others] = await Promise.all([here.answerOf(host), neighbours?.ask(host, ANSWER_WITHIN) ?? []]);
    if (own !== null && "refused" in own) return own;
    const views = own !== null && "view" in own ? [own.view, ...others] : others;
    const isBlind = own === null || ("unseen" in own && own.unseen === "vantage");
    return views.length === 0 && isBlind ? { blind: true } : { views };
  }

  if (messages !== null) neighbours = await joinNeighbours({ messages, vantage, look: lookForOthers, now, log });

  return {
    async ask(body, address) {
      const sender = address === null ? null : networkOf(address, networks);
      if (!limits.allowsQuestion(sender)) return { result: "limited", pause: limits.pause() };
      const name = readQuestion(body);
      if (!name.ok) return { result: "refused", reason: name.reason };
      const { host } = name;
      if (!everywhere.has(host)) {
        // Other vantages ask here too: their questions may have taken all places.
        if (here.isFull() && !here.has(host)) return { result: "full", pause: PAUSE_WHEN_FULL };
        if (!limits.allowsMeasurement(sender, host)) return { result: "limited", pause: limits.pause() };
      }
      const outcome = await everywhere.answerOf(host);
      if (outcome === null) return { result: "full", pause: PAUSE_WHEN_FULL };
      if ("refused" in outcome) return { result: "refused", reason: outcome.refused };
      if ("blind" in outcome) return { result: "blind" };
      return { result: "answered", host, views: outcome.views };
    },
    async close() {
      closing.abort();
      await neighbours?.close();
    },
  };
}
