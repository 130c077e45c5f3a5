import "../../../assets/theme.css";
import "../../../assets/sheet.css";
import { Settings } from "../../../components/settings/settings.tsx";
import { readFeedForm } from "../../../utils/core/feed/added-feed-form.ts";
import { askedState, drawPage } from "./drawn-page.tsx";
import { SETTINGS } from "./page-samples.ts";

const nothing = () => undefined;
const data = SETTINGS[askedState];
if (data === undefined) throw new Error(`There is no sample called ${askedState}.`);

drawPage(
  <Settings
    data={data}
    actions={{
      allowFullAccess: nothing,
      withdrawFullAccess: nothing,
      setReporting: nothing,
      useFeed: readFeedForm,
      allowFeed: nothing,
      forgetFeed: nothing,
      useBuiltInFeed: nothing,
      askStatusPages: nothing,
      askElsewhere: nothing,
      keepHistory: nothing,
      saveTrace: nothing,
      setAlerts: () => Promise.resolve(true),
      setQuiet: nothing,
      mute: nothing,
      findMutes: () => [],
      setLinkMenu: nothing,
      reset: nothing,
      eraseAll: nothing,
    }}
  />,
);
