/** Any page may read the answer. */
export const ANYONE = { "Access-Control-Allow-Origin": "*" };
/** For answers that hold for one request only. */
export const UNCACHED = { ...ANYONE, "Cache-Control": "no-store" };

export type Refusal = { body: string; headers: Record<string, string> };

/** The answer to a request that is refused, for every path and status: one line of JSON that may not be cached. */
export function refusal(error: string): Refusal {
  const body = JSON.stringify({ error });
  return { body, headers: { ...UNCACHED, "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) } };
}
