import { readElsewhereAnswer } from "../core/feed/elsewhere-view.ts";
import { parseAddress } from "../core/net/address.ts";
import { isPrivateHost } from "../core/net/site-name.ts";
import { parseJson } from "../core/parse-json.ts";
import { SECOND } from "../core/time.ts";
import type { WorldEvent } from "../core/world/events.ts";
import type { Elsewhere } from "../core/world/world.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import { readCapped } from "../net/read-capped.ts";
import { elsewhereAddress } from "./elsewhere-address.ts";

/** A host is asked about at most this often. As often as the server measures it: see server/README.md. */
export const ASKED_AGAIN = 30 * SECOND;
/** Bytes. A view has some 150, and there are 64 at most. */
const LARGEST = 16 * 1024;
/** Seconds to wait where a server that is busy does not say how long, or says nonsense. Judged. */
const USUAL_PAUSE = 30;
const LONGEST_PAUSE = 3600;

/**
 * What came of a question. `answered`: the world has the views. `no-view`: no vantage can tell, because the host turns programs away for
 * example. `limited`, `busy`: to be asked again after `pause` seconds. `refused`: it does not measure this name. `unavailable`: it takes no
 * questions, or its own connection is in doubt. `failed`: no answer, or none that makes sense.
 */
export type AskOutcome =
  | { result: "answered" | "no-view" | "refused" | "unavailable" | "failed" }
  | { result: "limited" | "busy"; pause: number };

/**
 * Asks the feed's server about a host, because the person pressed for it. A question that is asked twice within half a minute is one. What is
 * answered goes into the world; a question that a stop of the background cut short is over. Call it once, in the first turn.
 */
export function createElsewhere(emit: (event: WorldEvent) => void) {
  /** The questions of the last half minute, by host. */
  const asked = new Map<string, { outcome: Promise<AskOutcome>; stop: AbortController }>();

  async function askOnce(host: string, stop: AbortController): Promise<AskOutcome> {
    const address = await elsewhereAddress();
    if (address === null) return { result: "unavailable" };
    try {
      const content = { headers: { "Content-Type": "text/plain" }, body: JSON.stringify({ host }), signal: stop.signal };
      const reply = await fetchWithoutTrace("elsewhere", address, content);
      if (reply.status !== 200) return outcomeOf(reply);
      const bytes = await readCapped(reply, LARGEST);
      const views = bytes === null ? null : readElsewhereAnswer(parseJson(new TextDecoder().decode(bytes)), host);
      // Who erased meanwhile does not want it.
      if (views === null || stop.signal.aborted) return { result: "failed" };
      if (views.length === 0) return { result: "no-view" };
      emit({ event: "elsewhere", at: Date.now(), host, views });
      return { result: "answered" };
    } catch {
      return { result: "failed" };
    }
  }

  return {
    /** @param known what the world has of earlier questions: it outlives the background */
    ask(host: string, known: readonly Elsewhere[]): Promise<AskOutcome> {
      if (isPrivateHost(host) || parseAddress(host) !== null) return Promise.resolve({ result: "refused" });
      const last = known.find((one) => one.host === host);
      if (last !== undefined && Math.abs(Date.now() - last.at) < ASKED_AGAIN) return Promise.resolve({ result: "answered" });
      const running = asked.get(host);
      if (running !== undefined) return running.outcome;
      const stop = new AbortController();
      const outcome = askOnce(host, stop);
      asked.set(host, { outcome, stop });
      setTimeout(() => asked.delete(host), ASKED_AGAIN);
      return outcome;
    },

    /** Breaks off what is being asked: what was erased is not to come back. */
    erase(): void {
      for (const { stop } of asked.values()) stop.abort();
      asked.clear();
    },
  };
}

function outcomeOf({ status, headers }: Response): AskOutcome {
  const seconds = Number(headers.get("retry-after"));
  const pause = seconds > 0 && seconds <= LONGEST_PAUSE ? Math.ceil(seconds) : USUAL_PAUSE;
  switch (status) {
    case 400:
      return { result: "refused" };
    case 403:
    case 404:
    case 502:
      return { result: "unavailable" };
    case 429:
      return { result: "limited", pause };
    case 503:
      return { result: "busy", pause };
    default:
      return { result: "failed" };
  }
}
