import "../../assets/theme.css";
import "../../assets/popup.css";
import { Popup, type PopupActions } from "../../components/popup.tsx";
import { PopupProblem, PopupWaiting } from "../../components/popup-states.tsx";
import { askedState, drawPage } from "./drawn-page.tsx";
import { SITUATIONS } from "./samples.ts";

const nothing = () => undefined;
const actions: PopupActions = {
  allowFullAccess: nothing,
  reloadTabs: nothing,
  copy: () => Promise.resolve(),
  refreshFeed: () => Promise.resolve(true),
};

function content() {
  if (askedState === "waiting") return <PopupWaiting />;
  if (askedState === "problem") return <PopupProblem />;
  const situation = SITUATIONS[askedState];
  if (situation === undefined) throw new Error(`There is no sample called ${askedState}.`);
  return <Popup situation={situation} actions={actions} />;
}

drawPage(content());
