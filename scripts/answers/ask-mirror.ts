import { SECOND } from "../../utils/core/time.ts";

/** A file of a mirror, or why there is none. `refused`: it came, and is not what it should be. `reason` is a short English phrase. */
export type MirrorAnswer = { result: "here"; bytes: Uint8Array<ArrayBuffer> } | { result: "unreachable" | "refused"; reason: string };

/** Milliseconds, the reading of the answer included. Judged: a person waits for it. */
const TIMEOUT = 5 * SECOND;

/** Nothing of this installation: the same for everybody, of all versions. */
const HEADERS = { "User-Agent": "not-just-me", "Accept-Language": "*" };

/**
 * Asks one mirror for one file. Redirects are not followed: a captive portal redirects, and who redirects could count who asks.
 * @param limit bytes, after decompression; of a larger file no more is read
 */
export async function askMirror(mirror: string, path: string, limit: number): Promise<MirrorAnswer> {
  try {
    const reply = await fetch(`${mirror}${path}`, { redirect: "manual", headers: HEADERS, signal: AbortSignal.timeout(TIMEOUT) });
    if (reply.status !== 200) {
      await reply.body?.cancel();
      return { result: "unreachable", reason: statusPhrase(reply.status) };
    }
    const bytes = await readAtMost(reply, limit);
    return bytes === null ? { result: "refused", reason: `larger than ${limit} bytes` } : { result: "here", bytes };
  } catch (problem) {
    return { result: "unreachable", reason: failurePhrase(problem) };
  }
}

async function readAtMost(reply: Response, limit: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of reply.body ?? []) {
    size += part.length;
    // Leaving the loop cancels the answer.
    if (size > limit) return null;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}

function statusPhrase(status: number): string {
  return status >= 300 && status < 400 ? `it redirects (HTTP ${status}), which is not followed` : `it answers with HTTP ${status}`;
}

const FAILURES: { [code: string]: string } = {
  ECONNREFUSED: "nobody answers there (connection refused)",
  ECONNRESET: "the connection was reset",
  ENOTFOUND: "its name is not found",
  EAI_AGAIN: "its name cannot be looked up now",
  UND_ERR_SOCKET: "the connection was closed",
};

/** What `fetch` says is "fetch failed"; what happened is in its cause. */
function failurePhrase(problem: unknown): string {
  if (!(problem instanceof Error)) return "the request failed";
  if (problem.name === "TimeoutError") return `no answer within ${TIMEOUT / SECOND} seconds`;
  const cause = problem.cause as { code?: unknown; message?: unknown } | undefined;
  const code = typeof cause?.code === "string" ? cause.code : "";
  return FAILURES[code] ?? (code || String(cause?.message ?? problem.message));
}
