import type { Page } from "puppeteer-core";
import { waitUntil } from "../../../scripts/browsers/control.ts";
import { keptRows } from "../../instruments/browser/kept-rows.ts";
import type { Answer } from "../../instruments/scenarios/expectation.ts";
import { both, CLEAR, type LabCase, site, UNCLEAR } from "../lab-case.ts";
import type { LabEnvironment } from "../lab-environment.ts";
import { type LabHost, pageWith } from "../lab-host.ts";
import { openAll, shelf } from "./content-network.ts";

/** A page that leads on at once never finishes loading, milliseconds. */
const LEADS_ON = 1500;
/** Nobody is blamed for what a page makes the browser do. */
const NOBODY: readonly Answer[] = [...CLEAR, UNCLEAR];
/** Each site twice: the person knows it. */
const VISITS = 2;

const VICTIM = "www.netflix.com";
const ATTACKER = "www.attacker.example";

const PORTS = shelf("port", 31);
const CHAIN = ["first", "second", "third"].map((name) => `www.${name}-of-a-chain.example`);

/** Leads on to an address as soon as it is open. */
function leadsTo(url: string): NonNullable<LabHost["files"]> {
  return { "/": pageWith("Attacker", `location = ${JSON.stringify(url)};`) };
}

/** The tab has left the page that it was on. */
async function hasLeft(page: Page, host: string): Promise<void> {
  await waitUntil(async () => String(await page.evaluate("location.hostname")) !== host);
}

async function reportsWaiting(lab: LabEnvironment): Promise<number> {
  return (await keptRows(lab.browser, "reports")).length;
}

/** Pages that make the browser fail at other sites, to have these blamed. */
export const ATTACKS: LabCase[] = [
  {
    name: "attack-closed-ports",
    title: "a page that leads the browser to closed ports of other sites has nobody blamed",
    faultClass: "attack",
    launch: "plain",
    hosts: [
      ...PORTS.hosts,
      ...PORTS.hosts.map(({ host }, index) => ({
        host: `${index}.ports-attacker.example`,
        address: `127.69.1.${index + 1}`,
        title: "Attacker",
        files: leadsTo(`https://${host}:8443/`),
      })),
    ],
    async play(lab) {
      await lab.browseWell();
      for (let time = 0; time < VISITS; time++) await openAll(lab, PORTS.urls);
      for (const index of [0, 1, 2, 0, 1, 2]) {
        const page = await lab.newTab();
        await lab.go(page, `https://${index}.ports-attacker.example/`, LEADS_ON);
        await hasLeft(page, `${index}.ports-attacker.example`);
        await lab.says(page, ...NOBODY);
      }
      return null;
    },
    accept: both(...NOBODY),
    quick: true,
  },
  {
    name: "attack-chain",
    title: "a chain of pages of one region that answer 503 and lead on by script has nobody blamed",
    faultClass: "attack",
    launch: "plain",
    hosts: [
      { host: "www.chain-attacker.example", address: "127.69.2.1", title: "Attacker", files: leadsTo(`https://${CHAIN[0]}/down`) },
      ...CHAIN.map((host, index) => ({
        host,
        address: `127.10.60.${index + 1}`,
        title: host,
        files: {
          "/down": {
            ...pageWith("Down", CHAIN[index + 1] === undefined ? "" : `location = ${JSON.stringify(`https://${CHAIN[index + 1]}/down`)};`),
            status: 503,
          },
        },
      })),
    ],
    async play(lab) {
      await lab.browseWell();
      for (let time = 0; time < VISITS; time++) {
        await openAll(
          lab,
          CHAIN.map((host) => `https://${host}/`),
        );
      }
      let page = await lab.newTab();
      const last = () => lab.world.asked(CHAIN.at(-1) ?? "", "/down");
      for (let time = 1; time <= 2; time++) {
        const before = last();
        page = await lab.newTab();
        await lab.go(page, "https://www.chain-attacker.example/", LEADS_ON);
        await waitUntil(async () => last() > before);
        await lab.pause();
      }
      await lab.says(page, ...NOBODY);
      return null;
    },
    accept: both(...NOBODY),
  },
  {
    name: "attack-windows",
    title: "a page that opens a failing site again and again has it neither blamed nor reported, until the person tries it twice",
    faultClass: "attack",
    launch: "plain",
    hosts: [
      { host: VICTIM, address: "127.69.3.1", title: "Netflix" },
      {
        host: ATTACKER,
        address: "127.69.3.2",
        title: "Attacker",
        files: {
          "/": {
            type: "text/html",
            body: `<!doctype html><title>Attacker</title><link rel="icon" href="data:,"><button>Win a prize</button><script>
document.querySelector("button").onclick = () => {
  const opened = window.open("https://${VICTIM}/");
  setInterval(() => { opened.location = "https://${VICTIM}/?" + Math.random(); }, 2600);
};</script>`,
          },
        },
      },
    ],
    async play(lab) {
      await lab.agreeToReports();
      await lab.browseWell();
      await openAll(lab, [`https://${VICTIM}/`]);
      await lab.world.set(VICTIM, 503);
      const attacker = await lab.newTab();
      await lab.go(attacker, `https://${ATTACKER}/`);
      const before = lab.world.asked(VICTIM);
      const opening = new Promise<Page | null>((resolve) => attacker.once("popup", resolve));
      await attacker.click("button");
      const opened = await opening;
      await waitUntil(async () => lab.world.asked(VICTIM) >= before + 4, 30_000);
      if (opened !== null) await lab.says(opened, ...NOBODY);
      const reports = await reportsWaiting(lab);
      if (reports > 0) throw new Error(`${reports} reports wait`);
      await attacker.close();
      await opened?.close();
      await lab.pause();
      const page = await lab.tryTwice(`https://${VICTIM}/`);
      // Firefox asks for a consent of its own, and basic access sees no status.
      if (lab.access === "full" && lab.browser.family === "chromium") await waitUntil(async () => (await reportsWaiting(lab)) === 1);
      return page;
    },
    accept: { full: [site("http", "netflix.com")], basic: CLEAR },
  },
];
