import { useEffect } from "preact/hooks";
import { type OfferActions, Offers } from "../../../components/popup/offers.tsx";
import { Popup, type PopupActions } from "../../../components/popup/popup.tsx";
import { PageProblem, PopupWaiting } from "../../../components/shared/page-states.tsx";
import type { LookOutcome } from "../../../utils/status-pages/look-for-page.ts";
import { SITUATIONS } from "./samples.ts";

const SAMPLE_REPORT = '{"v":1,"service":"netflix","on":"aws/us-east-1","failure":"http.error","bucket":"2021-12-07T16:30Z"}';
const BAKERY_PAGES = ["status.cornerbakery.example", "cornerbakerystatus.com", "cornerbakery-status.com", "cornerbakery.statuspage.io"];
const nothing = () => undefined;
const actions: PopupActions & OfferActions = {
  allowFullAccess: nothing,
  reloadTabs: nothing,
  copy: () => Promise.resolve(),
  refreshFeed: () => Promise.resolve(true),
  report: { preview: () => Promise.resolve({ bytes: SAMPLE_REPORT }), send: () => Promise.resolve(true) },
  direct: {
    prepare: ({ site, provider }) =>
      Promise.resolve({
        ...{ about: site ?? provider ?? "", isSite: site !== null, isAllowed: false, isDue: true },
        ask: () => Promise.resolve("nothing" as const),
      }),
    isAutomatic: () => Promise.resolve(false),
  },
  elsewhere: { prepare: () => Promise.resolve("feed.example"), ask: () => new Promise(nothing) },
  discovery: {
    prepare: () => Promise.resolve(BAKERY_PAGES),
    look: () => new Promise(nothing),
  },
  watch: () => Promise.resolve(true),
  unwatch: nothing,
  mute: nothing,
  search: { find: () => Promise.resolve([]), choose: nothing },
  check: () => Promise.resolve(true),
  back: nothing,
  openSettings: nothing,
};

const LIMITED: OfferActions["elsewhere"] = {
  prepare: actions.elsewhere.prepare,
  ask: () => Promise.resolve({ result: "limited", pause: 40 }),
};

/** What looking for the bakery's status page comes to, in the states that are about it. */
const LOOKED: { [state: string]: Promise<LookOutcome> } = {
  "discovery-looking": new Promise(nothing),
  "discovery-trouble": Promise.resolve({ result: "trouble", host: "status.cornerbakery.example" }),
  "discovery-nothing": Promise.resolve({ result: "nothing", host: "status.cornerbakery.example" }),
  "discovery-none": Promise.resolve({ result: "none", host: null }),
};

/** The actions of a state: those of all, but for what its own press comes to. */
function actionsOf(state: string): OfferActions {
  if (state === "elsewhere-limited") return { ...actions, elsewhere: LIMITED };
  const outcome = LOOKED[state];
  if (outcome !== undefined) return { ...actions, discovery: { ...actions.discovery, look: () => outcome } };
  if (state !== "discovery-known") return actions;
  return { ...actions, discovery: { ...actions.discovery, prepare: () => Promise.resolve(BAKERY_PAGES.slice(0, 1)) } };
}

/** The popup in one of its states; its buttons do nothing. */
export function SamplePopup({ state }: { state: string }) {
  useEffect(() => pressOnceThere(state), [state]);
  if (state === "waiting") return <PopupWaiting />;
  if (state === "problem") return <PageProblem />;
  const situation = SITUATIONS[state];
  if (situation === undefined) throw new Error(`There is no sample called ${state}.`);
  const muted = state === "site-muted" ? { kind: "site" as const, site: "cornerbakery.example" } : null;
  return (
    <Popup
      situation={situation}
      isWatched={state === "provider-incident"}
      mute={muted}
      searched={state === "clear-others-report"}
      portal="http://feed.example.org/v2/reachable"
      actions={actions}
      offers={{ View: Offers, actions: actionsOf(state) }}
    />
  );
}

/** Presses the button of the offer in the states that follow from it. */
function pressOnceThere(state: string): () => void {
  const offer = state in LOOKED ? "discovery" : "elsewhere";
  const press = () => {
    const button = document.querySelector<HTMLElement>(`[data-${offer}=offered] button`);
    if (button === null) return;
    observer.disconnect();
    button.click();
  };
  const observer = new MutationObserver(press);
  if (state in LOOKED || state === "elsewhere-asking" || state === "elsewhere-limited")
    observer.observe(document.body, { childList: true, subtree: true });
  return () => observer.disconnect();
}
