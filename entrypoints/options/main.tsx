import "../../assets/theme.css";
import "../../assets/sheet.css";
import { render } from "preact";
import { Settings, type SettingsActions } from "../../components/settings.tsx";
import { WordsProvider } from "../../components/words.tsx";
import { browserTranslator } from "../../utils/browser-translator.ts";
import { readFeedForm } from "../../utils/core/feed-form.ts";
import { setOwnFeed } from "../../utils/feed-settings.ts";
import { setHistoryDays } from "../../utils/history.ts";
import { send } from "../../utils/messaging.ts";
import { preparePage } from "../../utils/page.ts";
import { requestFullAccess, watchAccess, withdrawFullAccess } from "../../utils/permissions.ts";
import { saveFile } from "../../utils/save-file.ts";
import { readSettings, watchSettings } from "../../utils/settings-source.ts";

const words = browserTranslator();
const root = preparePage(words, words.text("settings.title"));
let erased = false;

/** Settings are kept first; the pages and the background follow from storage. */
async function change(work: Promise<unknown>): Promise<void> {
  await work;
  await show();
}

const actions: SettingsActions = {
  allowFullAccess: () => void change(requestFullAccess()),
  withdrawFullAccess: () => void change(withdrawFullAccess()),
  setReporting: (given) => void change(send("setReporting", { given })),
  useFeed(addresses, key) {
    const reading = readFeedForm(addresses, key);
    if (reading.ok)
      void change(setOwnFeed({ mirrors: reading.mirrors, rootKey: reading.rootKey }).then(() => send("refreshFeed", undefined)));
    return reading;
  },
  forgetFeed: () => void change(setOwnFeed(null).then(() => send("refreshFeed", undefined))),
  keepHistory: (days) => void change(setHistoryDays(days)),
  async saveTrace(standIns) {
    saveFile("not-just-me-trace.jsonl", "application/jsonl", await send("saveTrace", { standIns }));
  },
  eraseAll() {
    erased = true;
    void change(send("erase", { what: "everything" }));
  },
};

async function show(): Promise<void> {
  const data = { ...(await readSettings()), erased };
  render(
    <WordsProvider value={words}>
      <Settings data={data} actions={actions} />
    </WordsProvider>,
    root,
  );
}

watchAccess(() => void show());
watchSettings(() => void show());
void show();
