import { SECOND } from "../core/time.ts";

const TIMEOUT = 15 * SECOND;

/**
 * The one request to a site that a person can ask for: without cookies, without a trace of where it comes from, the front door
 * only. Needs full access, for without it the status is out of sight.
 * @returns whether the site answers, and not with an error of its own
 */
export async function checkSite(host: string): Promise<boolean> {
  try {
    const reply = await fetch(`https://${host}/`, {
      method: "HEAD",
      cache: "no-store",
      credentials: "omit",
      referrerPolicy: "no-referrer",
      signal: AbortSignal.timeout(TIMEOUT),
    });
    return reply.status > 0 && reply.status < 500;
  } catch {
    return false;
  }
}
