import "../../../assets/theme.css";
import "../../../assets/popup.css";
import "../../../assets/sheet.css";
import { Dashboard } from "../../../components/dashboard/dashboard.tsx";
import { askedState, drawPage } from "./drawn-page.tsx";
import { DASHBOARDS, SEARCHED } from "./page-samples.ts";

const nothing = () => undefined;
const data = DASHBOARDS[askedState];
const { hit, situation } = SEARCHED;
if (data === undefined || situation === undefined) throw new Error(`There is no sample called ${askedState}.`);

drawPage(
  <Dashboard
    data={data}
    searched={askedState === "searched" ? { hit, situation } : null}
    actions={{
      search: () => [hit],
      choose: nothing,
      refreshFeed: () => Promise.resolve(true),
      showHistory: nothing,
      save: nothing,
      eraseHistory: nothing,
      forget: nothing,
      mute: nothing,
      check: () => Promise.resolve(true),
      openSettings: nothing,
    }}
  />,
);
