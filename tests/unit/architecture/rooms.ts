/** The rooms (folders) of the product from the ground up. A room imports only from rooms above its own line in this list; rooms in one line do not import each other. */
export const FLOORS: readonly (readonly string[])[] = [
  // Pure: no browser, no clock, no network, no page. The extension, the server and the commands share it.
  ["utils/core"],
  ["utils/core/net"],
  ["utils/core/providers"],
  ["utils/core/feed"],
  ["utils/core/status-pages/parsing"],
  ["utils/core/status-pages/parsing/feeds"],
  ["utils/core/status-pages/formats"],
  ["utils/core/status-pages/formats/platforms", "utils/core/status-pages/formats/clouds", "utils/core/status-pages/formats/sites"],
  ["utils/core/status-pages"],
  ["utils/core/world"],
  ["utils/core/diagnosis/health"],
  ["utils/core/diagnosis/weighing"],
  ["utils/core/diagnosis/rules"],
  ["utils/core/diagnosis"],
  ["utils/core/reports", "utils/core/alerts"],
  ["utils/core/view"],
  ["utils/core/history", "utils/core/trace"],
  // The same words, with a browser.
  ["utils/net", "utils/browser"],
  ["utils/replacements"],
  ["utils/storage"],
  ["utils/feed", "utils/world", "utils/history", "utils/toolbar"],
  ["utils/providers", "utils/reports"],
  ["utils/alerts", "utils/messages"],
  ["utils/status-pages", "utils/pages", "utils/background"],
  // What people see.
  ["components/shared"],
  ["components/popup", "components/dashboard", "components/settings", "components/welcome"],
  ["entrypoints", "entrypoints/popup", "entrypoints/dashboard", "entrypoints/options", "entrypoints/welcome"],
  // What makes the feed.
  ["server/net"],
  ["server/detect/reporters", "server/poll", "server/probe"],
  ["server/detect"],
  ["server/store"],
  ["server/measure"],
  ["server/merge", "server/keys", "server/reports"],
  ["server/crowd", "server/publish", "server/ask"],
  ["server/http", "server/leader", "server/replay"],
  ["server"],
];

/** Rooms that must not know each other though one stands above the other in the list. */
const STRANGERS: readonly { room: string; never: string; why: string }[] = [
  { room: "server", never: "utils/(?!core)", why: "The server has no browser: what both need is pure and belongs into utils/core." },
  { room: "server", never: "components", why: "The server draws no page of the extension." },
  { room: "server", never: "entrypoints", why: "The server draws no page of the extension." },
  { room: "components", never: "utils/storage", why: "Components draw what they are given: an entrypoint reads it for them." },
];

/** The room of a file of the product: its folder. Null for commands and tests, which may use everything. */
export function roomOf(file: string): string | null {
  const folder = file.slice(0, Math.max(0, file.lastIndexOf("/")));
  return /^(utils|components|entrypoints|server)(\/|$)/.test(folder) ? folder : null;
}

/** Why one room must not import another, as a sentence; null where it may. */
export function whyNot(from: string, to: string): string | null {
  if (from === to) return null;
  const stranger = STRANGERS.find(({ room, never }) => isIn(from, room) && new RegExp(`^${never}`).test(to));
  if (stranger !== undefined) return stranger.why;
  const [own, other] = [floorOf(from), floorOf(to)];
  if (own === null) return `${from} has no floor yet: give it a line in tests/unit/architecture/rooms.ts.`;
  if (other === null) return `${to} has no floor yet: give it a line in tests/unit/architecture/rooms.ts.`;
  if (other < own) return null;
  if (other === own) return `${from} and ${to} are neighbours: what both need lies on a floor below.`;
  return `${to} stands above ${from}: what ${from} needs of it lies on a floor below, or is handed to it.`;
}

function floorOf(room: string): number | null {
  const floor = FLOORS.findIndex((rooms) => rooms.includes(room));
  return floor < 0 ? null : floor;
}

function isIn(room: string, outer: string): boolean {
  return room === outer || room.startsWith(`${outer}/`);
}
