import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import type { Outcome } from "./report-queue.ts";

/** Sends the bytes of one report. Never rejects: an abort, too, is "unreachable". */
export async function sendReport(address: string, bytes: string, signal: AbortSignal): Promise<Outcome> {
  try {
    const { status } = await fetchWithoutTrace("report", address, { headers: { "Content-Type": "text/plain" }, body: bytes, signal });
    if (status === 204) return "accepted";
    return status === 400 || status === 413 ? "refused" : "unreachable";
  } catch {
    return "unreachable";
  }
}
