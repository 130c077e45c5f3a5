import "../../assets/theme.css";
import "../../assets/popup.css";
import "../../assets/sheet.css";
import { render } from "preact";
import { browser } from "#imports";
import { Dashboard, type DashboardActions, type DashboardData, type Searched } from "../../components/dashboard/dashboard.tsx";
import { PageProblem } from "../../components/shared/page-states.tsx";
import { WordsProvider } from "../../components/shared/words.tsx";
import { setMute } from "../../utils/alerts/mute-list.ts";
import { browserTranslator } from "../../utils/browser/browser-translator.ts";
import { FIRST_QUERY } from "../../utils/core/history/describe.ts";
import { historyCsv, historyJson } from "../../utils/core/history/export.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import { onHistoryChange } from "../../utils/history/history.ts";
import { send } from "../../utils/messages/messaging.ts";
import { checkSite } from "../../utils/net/check-site.ts";
import { preparePage } from "../../utils/pages/page.ts";
import { saveFile } from "../../utils/pages/save-file.ts";
import { type Found, searchServices } from "../../utils/providers/catalogue-search.ts";
import { loadServices } from "../../utils/providers/known-services.ts";
import { loadPublicSuffixes } from "../../utils/replacements/public-suffix.ts";
import { onStorageChange } from "../../utils/storage/browser-storage.ts";
import { createCoalescer } from "../../utils/storage/coalesce.ts";
import { openDatabase } from "../../utils/storage/database.ts";
import { createDashboardSource } from "./read-dashboard.ts";

/** While somebody browses, the world in session storage changes all the time: drawn at most this often. What a person changes is drawn at once. */
const WORLD_DRAWN_EVERY = 1 * SECOND;

const database = openDatabase();
// Sites are told apart, and services known, from here on.
await Promise.all([loadPublicSuffixes(), loadServices(database)]);
const words = browserTranslator();
const root = preparePage(words, words.text("dashboard.title"));
const source = createDashboardSource(database);
const initialQuery = new URLSearchParams(location.search).get("search") ?? "";
const [first] = initialQuery.trim() === "" ? [] : searchServices(initialQuery, words.language);
let data: DashboardData | null = null;
let historyQuery = FIRST_QUERY;
let searched: Searched<Found> | null = null;

const actions: DashboardActions<Found> = {
  search: (query) => searchServices(query, words.language),
  async choose(hit) {
    searched = { hit, situation: await source.situation(hit) };
    draw();
  },
  async refreshFeed() {
    const { ok } = await send("refreshFeed", undefined);
    await show();
    return ok;
  },
  showHistory(query) {
    historyQuery = query;
    void show();
  },
  async save(format) {
    const episodes = await source.wholeHistory();
    if (format === "json") saveFile("not-just-me-history.json", "application/json", historyJson(episodes));
    else saveFile("not-just-me-history.csv", "text/csv", historyCsv(episodes));
  },
  async eraseHistory() {
    await send("erase", { what: "history" });
    await show();
  },
  async forget(site) {
    await send("erase", { what: "site", site });
    await show();
  },
  mute: (mute, muted) => void setMute(mute, muted),
  check: checkSite,
  openSettings: () => void browser.runtime.openOptionsPage(),
};

function draw(): void {
  if (data === null) return;
  paint(<Dashboard data={data} initialQuery={first === undefined ? initialQuery : ""} searched={searched} actions={actions} />);
}

function paint(content: preact.ComponentChild): void {
  render(<WordsProvider value={words}>{content}</WordsProvider>, root);
}

/** Reads the data. Where that fails, what was drawn before stays; where nothing was, a page says so. */
function readData(): Promise<DashboardData> {
  return source.read(historyQuery).catch((problem: unknown) => {
    if (data === null) paint(<PageProblem />);
    throw problem;
  });
}

// Readings run one after the other: of two at once, the older might be drawn last.
const drawing = createCoalescer("drawing", async () => {
  data = await readData();
  const chosen = searched;
  const situation = chosen === null ? null : await source.situation(chosen.hit);
  if (chosen !== null && situation !== null && searched === chosen) searched = { ...chosen, situation };
  draw();
});
const show = drawing.now;

onStorageChange((area) => drawing.within(area === "session" ? WORLD_DRAWN_EVERY : 0));
onHistoryChange(() => void show());
setInterval(() => void show(), MINUTE);
if (first !== undefined) void actions.choose(first);
void show();
