import { afterEach, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { observeBrowser } from "../../utils/world/observe.ts";
import { LISTENERS } from "../instruments/bench/browser/do-nothing.ts";

type Registration = { event: string; filter?: object };

/** A stand-in for a part of the browser that records which of its events are listened to, and with which filters. */
function recordingNamespace(name: string, registered: Registration[]) {
  return new Proxy(
    {},
    {
      get: (_, event: string) => ({
        addListener: (_listener: unknown, filter?: object) => {
          registered.push({ event: `${name}.${event}`, ...(filter === undefined ? {} : { filter }) });
        },
      }),
    },
  );
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("the extension that budgets are measured against listens to exactly what ours observes", () => {
  const registered: Registration[] = [];
  // Vitest has only text in its environment, and the text "false" is true.
  vi.stubEnv("FIREFOX", "");
  vi.stubGlobal("addEventListener", () => {});
  for (const name of ["webRequest", "webNavigation", "permissions", "tabs"] as const) {
    vi.spyOn(fakeBrowser, name, "get").mockReturnValue(recordingNamespace(name, registered) as never);
  }
  observeBrowser(() => {});
  expect(registered).toEqual(LISTENERS);
});
