import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const WEB = ["http://*/*", "https://*/*"];
const WEB_AND_SOCKETS = [...WEB, "ws://*/*", "wss://*/*"];
const PAGES = { url: [{ schemes: ["http", "https"] }] };

/**
 * The events and filters of `utils/world/observe.ts` and its neighbours in Chromium; a test compares the two. The extension also reads the headers of
 * pages. Their cost is not part of this baseline, so it counts for the extension.
 */
export const LISTENERS: { event: string; filter?: object }[] = [
  { event: "webRequest.onCompleted", filter: { urls: WEB, types: ["main_frame"] } },
  { event: "webRequest.onCompleted", filter: { urls: WEB_AND_SOCKETS, types: ["sub_frame", "xmlhttprequest", "websocket"] } },
  {
    event: "webRequest.onErrorOccurred",
    filter: { urls: WEB_AND_SOCKETS, types: ["main_frame", "sub_frame", "xmlhttprequest", "script", "stylesheet", "websocket"] },
  },
  { event: "webRequest.onBeforeRedirect", filter: { urls: WEB, types: ["main_frame"] } },
  { event: "permissions.onAdded" },
  { event: "webNavigation.onBeforeNavigate", filter: PAGES },
  { event: "webNavigation.onCommitted", filter: PAGES },
  { event: "webNavigation.onErrorOccurred", filter: PAGES },
  { event: "webNavigation.onCompleted", filter: PAGES },
  { event: "tabs.onCreated" },
  { event: "webNavigation.onCreatedNavigationTarget" },
  { event: "tabs.onRemoved" },
];

const MANIFEST = {
  manifest_version: 3,
  name: "Does nothing",
  version: "1",
  permissions: ["storage", "alarms", "webNavigation", "webRequest"],
  host_permissions: ["<all_urls>"],
  background: { service_worker: "background.js" },
  action: { default_popup: "popup.html" },
};

const page = (content: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8"></head><body>${content}</body></html>`;

/** Makes the extension that every budget is measured against: listens to the same events as ours and does nothing with them. Returns its folder. */
export function buildDoNothing(): string {
  const folder = join(".output", "bench", "do-nothing");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const registrations = LISTENERS.map(({ event, filter }) => {
    const argument = filter === undefined ? "" : `, ${JSON.stringify(filter)}`;
    return `chrome.${event}.addListener(() => {}${argument});\n`;
  });
  writeFileSync(join(folder, "manifest.json"), JSON.stringify(MANIFEST, null, 2));
  writeFileSync(join(folder, "background.js"), registrations.join(""));
  writeFileSync(join(folder, "welcome.html"), page("<p>welcome</p>"));
  // As large as a verdict's sentence, so that it is painted alike.
  writeFileSync(join(folder, "popup.html"), page('<main data-scope="clear"><h1>This popup says nothing at all.</h1></main>'));
  return folder;
}
