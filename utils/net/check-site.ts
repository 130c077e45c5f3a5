import { fetchWithoutTrace } from "./fetch-without-trace.ts";

/**
 * Asks a site's front page once, because a person asked for it. Needs full access: without it the status is hidden.
 * @returns whether the site answers, and not with a server error
 */
export async function checkSite(host: string): Promise<boolean> {
  try {
    const { status } = await fetchWithoutTrace("site", `https://${host}/`);
    return status > 0 && status < 500;
  } catch {
    return false;
  }
}
