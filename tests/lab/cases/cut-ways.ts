import { setTimeout as wait } from "node:timers/promises";
import type { Answer } from "../../instruments/scenarios/expectation.ts";
import type { Condition } from "../condition.ts";
import { type LabCase, route, site, UNCLEAR } from "../lab-case.ts";
import type { LabEnvironment } from "../lab-environment.ts";
import { NEWS, WEATHER } from "../neighbours.ts";
import { CONTENT_NETWORK, openAll, shelf } from "./content-network.ts";

/** A load hangs for the toolbar from fifteen seconds on. */
const HANGS = 15_500;
/** A person waits this long for the rest of a page. */
const WAITS_FOR_THE_REST = 18_000;
/** A person reads a page so long before the next. The world lists the answers of a site once in five seconds. */
const READS_A_PAGE = 5_200;
/** Repeats of a call for a connection: the browser hears after seven seconds that nobody answers. */
const IMPATIENT = 2;
/** Longer than any case waits. */
const PATIENCE = 40_000;
const CUT = route(CONTENT_NETWORK);

type Sort = {
  name: string;
  title: string;
  /** How many of the four sites cannot be reached. */
  unreachable: number;
  fault: "lost" | "lost-and-told" | Condition;
  full: readonly Answer[];
  shows?: LabCase["shows"];
  quick?: true;
};

const SORTS: Sort[] = [
  {
    name: "way-cut",
    title: "three sites on a content network that never answer, beside one there that does, mean a way that is cut",
    unreachable: 3,
    fault: "lost",
    full: [CUT],
  },
  {
    name: "way-cut-and-told",
    title: "a way that is cut is named too when the browser has given up on it",
    unreachable: 3,
    fault: "lost-and-told",
    full: [CUT],
    shows: ["timeout"],
  },
  {
    name: "way-cut-for-two",
    title: "two sites that never answer mean a way that is cut, where a third there keeps answering",
    unreachable: 2,
    fault: "lost",
    full: [CUT],
  },
  {
    name: "way-cut-for-one",
    title: "one site that never answers is that site's failure, whatever stands beside it",
    unreachable: 1,
    fault: "lost",
    full: [site("slow", "amber-way-cut-for-one.example")],
  },
  {
    name: "way-reset",
    title: "resets after the ClientHello at three sites of a content network mean a way that is cut",
    unreachable: 3,
    fault: "reset",
    full: [CUT],
    shows: ["reset"],
    quick: true,
  },
  {
    name: "way-plain-text",
    title: "plain text where TLS belongs, at three sites of a content network, means a way that is cut",
    unreachable: 3,
    fault: "plain-text",
    full: [CUT],
    shows: ["broken"],
  },
  {
    name: "way-frozen",
    title: "pages of a content network that freeze after 16 kB mean a way that is cut",
    unreachable: 3,
    fault: "frozen",
    full: [CUT],
    shows: ["aborted"],
  },
];

/** The way to some addresses of a content network is cut while the rest answers: by a court's order, a censor, a broken route. */
export const CUT_WAYS: LabCase[] = SORTS.map(({ name, title, unreachable, fault, full, shows, quick }, index) => {
  const { hosts, urls } = shelf(name, index + 1);
  const isCable = fault === "lost" || fault === "lost-and-told";
  const cutOff = hosts.slice(0, unreachable).map(({ host }) => host);
  return {
    name,
    title,
    faultClass: "route",
    launch: isCable ? "cable" : "plain",
    hosts,
    async play(lab) {
      await lab.browseWell();
      const tabs = await openAll(lab, urls);
      if (fault === "lost-and-told") {
        lab.cable.setPatience(IMPATIENT);
        // No connection is kept: on one that is, the system goes on for a quarter of an hour.
        for (const host of cutOff) await lab.world.set(host, "fine");
        // A connection that was torn down just now makes Firefox ask its resolver anew, past the names that the lab gave it.
        await lab.pause();
      }
      if (isCable) lab.cable.drop(cutOff.map((host) => lab.world.names.addresses[host] ?? ""));
      else for (const host of cutOff) await lab.world.set(host, fault);
      const failing = tabs.slice(0, unreachable);
      const loads = failing.map(async ({ page, url }) => await lab.go(page, url, PATIENCE));
      await keepBrowsing(lab, tabs.slice(unreachable));
      if (fault === "lost") await wait(HANGS);
      else {
        if (fault === "frozen") await giveUp(lab, failing);
        else await Promise.all(loads);
      }
      for (let time = 0; time < 2; time++) {
        if (time > 0) await wait(READS_A_PAGE);
        await keepBrowsing(lab, tabs.slice(unreachable));
      }
      return failing.at(-1)?.page ?? null;
    },
    accept: { full, basic: [UNCLEAR, site(["unreachable", "slow", "tls", "http"], hosts[unreachable - 1]?.title ?? "")] },
    ...(shows === undefined ? {} : { shows }),
    ...(quick === true ? { quick } : {}),
  };
});

type Tabs = Awaited<ReturnType<typeof openAll>>;

/** What answers elsewhere and what answers on the content network. */
async function keepBrowsing(lab: LabEnvironment, neighbours: Tabs): Promise<void> {
  const elsewhere = await lab.newTab();
  for (const url of [NEWS, WEATHER]) await lab.go(elsewhere, url);
  for (const { page, url } of neighbours) await lab.go(page, url);
}

async function giveUp(lab: LabEnvironment, tabs: Tabs): Promise<void> {
  await wait(WAITS_FOR_THE_REST);
  for (const { page } of tabs) {
    await page.bringToFront();
    await lab.browser.stopLoading(page);
  }
}
