import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";
import { stopMirrors } from "./mirrors.ts";

type Listener = (...details: never[]) => unknown;

/** An event of the browser that remembers who listens and can be raised. */
function createEvent() {
  const listeners: Listener[] = [];
  return {
    listeners,
    addListener: (listener: Listener) => void listeners.push(listener),
    removeListener: (listener: Listener) => void listeners.splice(listeners.indexOf(listener), 1),
    raise: (...details: unknown[]) => listeners.map((listener) => listener(...(details as never[]))),
  };
}

const EVENTS = {
  permissions: ["onAdded", "onRemoved"],
  webRequest: ["onBeforeRedirect", "onCompleted", "onErrorOccurred"],
  webNavigation: ["onBeforeNavigate", "onCommitted", "onCreatedNavigationTarget", "onErrorOccurred", "onCompleted"],
  tabs: ["onCreated", "onUpdated", "onRemoved"],
  omnibox: ["onInputChanged", "onInputEntered"],
  contextMenus: ["onClicked"],
  notifications: ["onClicked"],
  runtime: ["onInstalled", "onStartup", "onMessage"],
  alarms: ["onAlarm"],
} as const;

/** What the background calls and the library's stand-in lacks. Access is full, and notifications are allowed. */
const CALLS = {
  permissions: { contains: async () => true },
  omnibox: {},
  contextMenus: { removeAll: async () => {}, create: () => {} },
  notifications: { create: async () => "" },
  action: Object.fromEntries(
    ["setTitle", "getTitle", "setIcon", "setBadgeText", "setBadgeBackgroundColor", "setBadgeTextColor"].map((call) => [
      call,
      async () => "",
    ]),
  ),
  i18n: { getMessage: (key: string) => key, getUILanguage: () => "en" },
};

/** The library's stand-in for a browser with all that the background touches. Undo it with `vi.restoreAllMocks`. */
export function standInForWholeBrowser() {
  const events = Object.fromEntries(
    Object.entries(EVENTS).map(([area, names]) => [area, Object.fromEntries(names.map((name) => [name, createEvent()]))]),
  ) as { [area in keyof typeof EVENTS]: { [name in (typeof EVENTS)[area][number]]: ReturnType<typeof createEvent> } };
  const calls: { [area: string]: object } = CALLS;
  for (const area of new Set([...Object.keys(EVENTS), ...Object.keys(CALLS)])) {
    const known = (fakeBrowser as unknown as { [area: string]: object })[area];
    const whole = { ...known, ...calls[area], ...(events as { [area: string]: object })[area] };
    vi.spyOn(fakeBrowser, area as "tabs", "get").mockReturnValue(whole as never);
  }
  return {
    events,
    /** How many listeners each event has. */
    listening: () =>
      Object.fromEntries(
        Object.entries(events).flatMap(([area, named]) =>
          Object.entries(named as { [name: string]: ReturnType<typeof createEvent> }).map(([name, event]) => [
            `${area}.${name}`,
            event.listeners.length,
          ]),
        ),
      ),
  };
}

/** A fresh stand-in for every test of a file, with an empty database. @returns gives that of the running test */
export function freshBrowsers(): () => ReturnType<typeof standInForWholeBrowser> {
  let browser: ReturnType<typeof standInForWholeBrowser>;
  beforeEach(() => {
    fakeBrowser.reset();
    globalThis.indexedDB = new IDBFactory();
    // Vitest has only text in its environment, and the text "false" is true.
    vi.stubEnv("FIREFOX", "");
    vi.stubGlobal("addEventListener", () => {});
    vi.stubGlobal("navigator", { onLine: true });
    browser = standInForWholeBrowser();
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
    stopMirrors();
  });
  return () => browser;
}
