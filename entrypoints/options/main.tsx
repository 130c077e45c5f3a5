import "../../assets/theme.css";
import "../../assets/sheet.css";
import { render } from "preact";
import { Settings, type SettingsActions, type SettingsData } from "../../components/settings/settings.tsx";
import { PageProblem } from "../../components/shared/page-states.tsx";
import { WordsProvider } from "../../components/shared/words.tsx";
import { findMutes } from "../../utils/alerts/find-mutes.ts";
import { requestNotifications } from "../../utils/alerts/may-notify.ts";
import { setMute } from "../../utils/alerts/mute-list.ts";
import { setNotificationSettings } from "../../utils/alerts/notification-settings.ts";
import { setLinkMenu } from "../../utils/background/link-menu.ts";
import { browserTranslator } from "../../utils/browser/browser-translator.ts";
import { watchAccess } from "../../utils/browser/permissions.ts";
import { requestAnonymity, requestFullAccess, withdrawFullAccess } from "../../utils/browser/request-permissions.ts";
import { readFeedForm } from "../../utils/core/feed/added-feed-form.ts";
import { addOwnFeed, removeOwnFeed } from "../../utils/feed/feed-settings.ts";
import { send } from "../../utils/messages/messaging.ts";
import { preparePage } from "../../utils/pages/page.ts";
import { chooseReporting } from "../../utils/pages/reporting-choice.ts";
import { saveFile } from "../../utils/pages/save-file.ts";
import { loadPublicSuffixes } from "../../utils/replacements/public-suffix.ts";
import { write } from "../../utils/storage/browser-storage.ts";
import { createCoalescer } from "../../utils/storage/coalesce.ts";
import { ASK_ELSEWHERE, ASK_STATUS_PAGES, BUILT_IN_FEED_OFF, HISTORY_DAYS } from "../../utils/storage/keys.ts";
import { readSettings, watchSettings } from "./read-settings.ts";

// Sites are told apart from here on.
await loadPublicSuffixes();
const words = browserTranslator();
const root = preparePage(words, words.text("settings.title"));
let done: SettingsData["done"] = null;

/** Stores a setting; pages and background follow from storage. Where the disk is full, the page says so and shows the old setting. */
async function change(work: Promise<unknown>, success: SettingsData["done"] = null): Promise<void> {
  try {
    await work;
    done = success;
  } catch (problem) {
    console.warn("Not Just Me could not keep a setting.", problem);
    done = "not-kept";
  }
  await show();
}

async function changeFeeds(work: Promise<unknown>): Promise<void> {
  await change(work);
  // Where no mirror answers, the feed's own line says so.
  await send("refreshFeed", undefined).catch(() => null);
  await show();
}

const actions: SettingsActions = {
  allowFullAccess: () => void change(requestFullAccess()),
  withdrawFullAccess: () => void change(withdrawFullAccess()),
  setReporting: (consent) => void change(chooseReporting(consent)),
  useFeed(addresses, key) {
    const reading = readFeedForm(addresses, key);
    if (reading.ok) {
      // Browsers allow the question only directly after the press. While it is open, and where the answer is no, the feed is there, is not
      // asked, and has a button to allow it.
      const answer = requestAnonymity(reading.mirrors);
      void changeFeeds(addOwnFeed(reading)).then(() => changeFeeds(answer));
    }
    return reading;
  },
  allowFeed: (mirrors) => void changeFeeds(requestAnonymity(mirrors)),
  forgetFeed: (rootKey) => void changeFeeds(removeOwnFeed(rootKey)),
  useBuiltInFeed: (used) => void changeFeeds(write(BUILT_IN_FEED_OFF, !used)),
  askStatusPages: (asked) => void change(write(ASK_STATUS_PAGES, asked)),
  askElsewhere: (offered) => void change(write(ASK_ELSEWHERE, offered)),
  keepHistory: (days) => void change(write(HISTORY_DAYS, days)),
  async saveTrace(pseudonyms) {
    saveFile("not-just-me-trace.jsonl", "application/jsonl", await send("saveTrace", { pseudonyms }));
  },
  async setAlerts(enabled) {
    const allowed = enabled ? await requestNotifications() : true;
    await change(setNotificationSettings({ alerts: enabled && allowed }));
    return allowed;
  },
  setQuiet: (quiet) => void change(setNotificationSettings({ quiet })),
  mute: (mute, muted) => void change(setMute(mute, muted)),
  findMutes: (query) => findMutes(query, words.language, words.place),
  setLinkMenu: (shown) => void change(setLinkMenu(shown)),
  eraseAll() {
    void change(send("erase", { what: "everything" }), "erased");
  },
  reset() {
    void change(send("erase", { what: "settings" }), "reset");
  },
};

let drawn = false;
function showProblem(problem: unknown): null {
  console.error("the settings cannot be read:", problem);
  if (!drawn)
    render(
      <WordsProvider value={words}>
        <PageProblem />
      </WordsProvider>,
      root,
    );
  return null;
}

// Readings run one after the other: of two at once, the older might be drawn last.
const drawing = createCoalescer("drawing", async () => {
  const data = await readSettings().then((settings) => ({ ...settings, done }), showProblem);
  if (data === null) return;
  drawn = true;
  render(
    <WordsProvider value={words}>
      <Settings data={data} actions={actions} />
    </WordsProvider>,
    root,
  );
});
const show = drawing.now;

watchAccess(() => void show());
watchSettings(() => void show());
void show();
