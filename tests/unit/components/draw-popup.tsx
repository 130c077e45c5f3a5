import type { ComponentProps } from "preact";
import { renderToString } from "preact-render-to-string";
import { type OfferActions, Offers } from "../../../components/popup/offers.tsx";
import { Popup, type PopupActions } from "../../../components/popup/popup.tsx";
import { WordsProvider } from "../../../components/shared/words.tsx";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import type { Situation } from "../../../utils/core/view/situation.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

const unused = () => {
  throw new Error("No button was pressed.");
};
const actions: PopupActions & OfferActions = {
  allowFullAccess: unused,
  reloadTabs: unused,
  copy: unused,
  refreshFeed: unused,
  report: { preview: unused, send: unused },
  direct: { prepare: unused, isAutomatic: unused },
  elsewhere: { prepare: unused, ask: unused },
  discovery: { prepare: unused, look: unused },
  watch: unused,
  unwatch: unused,
  mute: unused,
  search: { find: unused, choose: unused },
  check: unused,
  back: unused,
  openSettings: unused,
};

/** A sample of the gallery. */
export function sample(name: string): Situation {
  const situation = SITUATIONS[name];
  if (situation === undefined) throw new Error(`There is no sample called ${name}.`);
  return situation;
}

type Rest = Partial<Pick<ComponentProps<typeof Popup>, "mute" | "searched" | "portal" | "offers">>;

/** The markup of the popup. */
export function draw(situation: Situation, language = "en", isWatched = false, rest: Rest = {}): string {
  const words = loadTranslator(language, { timeZone: "America/New_York", isolate: true });
  return renderToString(
    <WordsProvider value={words}>
      <Popup
        situation={situation}
        {...{ isWatched, mute: null, searched: false, portal: null, actions, offers: { View: Offers, actions } }}
        {...rest}
      />
    </WordsProvider>,
  );
}
