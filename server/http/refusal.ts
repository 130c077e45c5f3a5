/** Any page may read the answer: nothing here depends on who asks. */
export const ANYONE = { "Access-Control-Allow-Origin": "*" };
/** For answers that hold for one request only. */
export const UNCACHED = { ...ANYONE, "Cache-Control": "no-store" };

export type Refusal = { body: string; headers: Record<string, string> };

/** How this server says no, whatever the path and the status: one line of JSON, cached by nobody. */
export function refusal(error: string): Refusal {
  const body = JSON.stringify({ error });
  return { body, headers: { ...UNCACHED, "Content-Type": "application/json", "Content-Length": String(Buffer.byteLength(body)) } };
}
