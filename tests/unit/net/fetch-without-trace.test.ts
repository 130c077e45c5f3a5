import { afterEach, describe, expect, test, vi } from "vitest";
import { fetchWithoutTrace, type Purpose } from "../../../utils/net/fetch-without-trace.ts";

const REDIRECTS: { [purpose in Purpose]: RequestRedirect } = {
  feed: "error",
  byHash: "error",
  reachability: "manual",
  report: "error",
  elsewhere: "error",
  statusPage: "error",
  pageName: "manual",
  site: "follow",
};
const PURPOSES = Object.keys(REDIRECTS) as Purpose[];

/** What the browser is asked for. */
async function requested(purpose: Purpose, content?: Parameters<typeof fetchWithoutTrace>[2]): Promise<RequestInit> {
  const browserFetch = vi.fn(async () => new Response(null, { status: 204 }));
  vi.stubGlobal("fetch", browserFetch);
  await fetchWithoutTrace(purpose, "https://mirror.example/", content);
  expect(browserFetch).toHaveBeenCalledExactlyOnceWith("https://mirror.example/", expect.anything());
  return (browserFetch.mock.calls as unknown as [string, RequestInit][])[0]?.[1] ?? {};
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a request of the extension", () => {
  test.each(PURPOSES)("for %s carries no cookie and no referrer and goes past the cache", async (purpose) => {
    expect(await requested(purpose)).toMatchObject({ credentials: "omit", referrerPolicy: "no-referrer", cache: "no-store" });
  });

  test.each(PURPOSES)("for %s tells nobody the person's languages", async (purpose) => {
    expect((await requested(purpose)).headers).toEqual({ "Accept-Language": "*" });
  });

  test("stops when its caller says so", async () => {
    const stop = new AbortController();
    const { signal } = await requested("report", { body: "{}", signal: stop.signal });
    expect(signal?.aborted).toBe(false);
    stop.abort();
    expect(signal?.aborted).toBe(true);
  });

  test.each(PURPOSES)("for %s has a timeout", async (purpose) => {
    const timeout = vi.spyOn(AbortSignal, "timeout");
    expect((await requested(purpose)).signal).toBe(timeout.mock.results[0]?.value);
    expect(timeout.mock.calls[0]?.[0]).toBeGreaterThan(0);
    expect(timeout.mock.calls[0]?.[0]).toBeLessThanOrEqual(20_000);
    timeout.mockRestore();
  });

  test.each(PURPOSES)("for %s treats redirects by a rule of its own", async (purpose) => {
    expect((await requested(purpose)).redirect).toBe(REDIRECTS[purpose]);
  });

  test("carries the headers and the body of its caller and nothing more", async () => {
    const headers = { "If-None-Match": '"three"' };
    const { method, mode, ...request } = await requested("feed", { headers });
    expect({ method, mode, headers: request.headers }).toEqual({
      method: undefined,
      mode: undefined,
      headers: { ...headers, "Accept-Language": "*" },
    });
    expect(await requested("report", { body: "{}" })).toMatchObject({ method: "POST", body: "{}" });
    expect(await requested("site")).toMatchObject({ method: "HEAD" });
  });
});
