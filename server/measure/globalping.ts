import type { Globalping } from "globalping";
import { messageOf } from "../../utils/core/message-of.ts";
import { HOUR } from "../../utils/core/time.ts";
import type { MeasuredTarget } from "./targets.ts";

/** Probes for one target, on different continents. */
const PROBES = 3;
const CONTINENTS = ["EU", "NA", "AS"] as const;
/** Without an account Globalping allows 250 tests an hour, each probe being one (blog.globalping.io, 2026). A part of it is left over. */
const TESTS_AN_HOUR = 210;

/** What most of the probes have seen of a target. */
export type OutsideWord = "answers" | "fails" | "unclear";

export type GlobalpingClient = {
  /** Null where the limit of the hour is used up, or where Globalping does not answer. Never throws. */
  ask(target: MeasuredTarget): Promise<OutsideWord | null>;
};

/**
 * Asks Globalping by its official client. The package is loaded only here, where it is wanted: it uses Node's `fetch`, which takes some twenty
 * megabytes. Throws, with one readable line, where it is not installed.
 * @param token of an account, which has a larger limit; null without one
 * @param now milliseconds of the epoch
 */
export async function openGlobalping(
  { token, userAgent }: { token: string | null; userAgent: string },
  now: () => number,
  log: (line: string) => void,
): Promise<GlobalpingClient> {
  const { Globalping: Client } = await import("globalping").catch(() => {
    throw new Error("--globalping: the package globalping is not installed: npm ci without --omit=dev");
  });
  const client: Globalping<false> = new Client({ userAgent, throwApiErrors: false, ...(token === null ? {} : { auth: token }) });
  let tests: number[] = [];
  let pausedUntil = 0;

  async function measure({ host, path }: MeasuredTarget): Promise<OutsideWord | null> {
    const [bare = "/", query = ""] = path.split("?");
    const created = await client.createMeasurement({
      type: "http",
      target: host,
      locations: CONTINENTS.map((continent) => ({ continent, limit: 1 })),
      measurementOptions: { protocol: "HTTPS", request: { method: "GET", path: bare, query } },
    });
    if (!created.ok) {
      // The limit is by the hour.
      if (created.response.status === 429) pausedUntil = now() + HOUR;
      log(`globalping: ${created.data.error.message}`);
      return null;
    }
    const finished = await client.awaitMeasurement(created.data.id);
    if (!finished.ok || finished.data.type !== "http") return null;
    return wordOf(
      finished.data.results.map(({ result }) =>
        result.status === "finished" && "statusCode" in result ? result.statusCode : result.status,
      ),
    );
  }

  return {
    async ask(target) {
      const time = now();
      tests = tests.filter((at) => time - at < HOUR);
      if (time < pausedUntil || tests.length + PROBES > TESTS_AN_HOUR) return null;
      tests.push(...Array.from({ length: PROBES }, () => time));
      try {
        return await measure(target);
      } catch (problem) {
        log(`globalping: ${messageOf(problem)}`);
        return null;
      }
    },
  };
}

/** @param seen of each probe the HTTP status, or what became of its test */
function wordOf(seen: readonly (number | string)[]): OutsideWord {
  const failed = seen.filter((one) => one === "failed" || (typeof one === "number" && one >= 500)).length;
  const answered = seen.filter((one) => typeof one === "number" && one < 400).length;
  if (failed >= 2 && failed > answered) return "fails";
  return answered >= 2 && answered > failed ? "answers" : "unclear";
}
