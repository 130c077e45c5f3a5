import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import { waitUntil } from "../../scripts/browsers/control.ts";
import type { ExtensionBrowser } from "../../scripts/browsers/extension-browser.ts";
import type { Answer } from "../instruments/scenarios/expectation.ts";
import type { Access } from "./access.ts";
import { makeBlocker } from "./blocker.ts";
import type { Cable } from "./cable.ts";
import type { LabWorld } from "./lab-world.ts";
import type { Mirrors } from "./mirrors.ts";
import { NEWS, TOOLS } from "./neighbours.ts";
import type { LabProxy } from "./proxy.ts";
import { popupSays } from "./read-answer.ts";
import type { Resolver } from "./resolver.ts";
import { isAmong } from "./shown.ts";

/** Repeats of a failure within two seconds are the browser's own; a person who tries again takes longer. */
const PAUSE_OF_A_PERSON = 2600;

/** What a case runs on, and what a person can do there. */
export type LabEnvironment = {
  browser: ExtensionBrowser;
  world: LabWorld;
  mirrors: Mirrors;
  proxy: LabProxy;
  resolver: Resolver;
  cable: Cable;
  access: Access;
  newTab(): Promise<Page>;
  /** Opens an address in a tab and waits until it is there or has failed. */
  go(page: Page, url: string, timeout?: number): Promise<void>;
  /** Two sites that work, in one tab: they prove that the connection works. */
  browseWell(): Promise<Page>;
  /** Opens an address in a tab of its own, and tries again as a person does. */
  tryTwice(url: string): Promise<Page>;
  /** Makes another extension block a host. */
  block(host: string): Promise<void>;
  /** Waits until the extension has stored something new about a site. */
  noted(site: string): Promise<void>;
  /** As long as a person looks at a failure before trying again. */
  pause(): Promise<void>;
  /** Opens the popup of a tab until it says one of these, whatever the badge says. @throws what it says instead */
  says(page: Page, ...answers: Answer[]): Promise<void>;
  /** The line of the case gets a word more, a measured time for example. */
  note(text: string): void;
  /** Lets reports be sent, as a person's click does. Until the case ends. */
  agreeToReports(): Promise<void>;
};

type Parts = Pick<LabEnvironment, "browser" | "world" | "mirrors" | "proxy" | "resolver" | "cable" | "access"> & {
  /** For what a case has to put on disk. */
  folder: string;
  /** The root key of the lab's feed. */
  feedKey: string;
};

/** Prepares the environment of one case. `clear` closes every tab that the case opened. */
export function prepareEnvironment(parts: Parts): { lab: LabEnvironment; notes: string[]; clear(): Promise<void> } {
  const { browser, folder } = parts;
  const open: Page[] = [];
  const seen = new Map<string, string>();
  const notes: string[] = [];
  const lab: LabEnvironment = {
    ...parts,
    async newTab() {
      const page = await browser.newPage();
      open.push(page);
      page.on("popup", (popup) => popup !== null && open.push(popup));
      return page;
    },
    go: (page, url, timeout = 8000) => browser.visit(page, url, timeout),
    async browseWell() {
      const page = await lab.newTab();
      for (const url of [NEWS, TOOLS]) await lab.go(page, url);
      return page;
    },
    async tryTwice(url) {
      const page = await lab.newTab();
      await lab.go(page, url);
      await lab.pause();
      await lab.go(page, url);
      return page;
    },
    async block(host) {
      await browser.addExtension(makeBlocker(folder, host));
    },
    async noted(site) {
      const stored = () => browser.inExtension<unknown>(`browser.storage.session.get("site.${site}")`);
      await waitUntil(async () => {
        const now = JSON.stringify(await stored());
        const isNew = now !== (seen.get(site) ?? "{}");
        seen.set(site, now);
        return isNew;
      });
    },
    async pause() {
      await wait(PAUSE_OF_A_PERSON);
    },
    async says(page, ...answers) {
      await popupSays(browser, await browser.tabIdOf(page), (said) => isAmong(answers, said));
    },
    note(text) {
      notes.push(text);
    },
    async agreeToReports() {
      await browser.inExtension(
        `browser.storage.local.set({ reportConsent: { [${JSON.stringify(parts.feedKey)}]: new Date().toISOString() } })`,
      );
    },
  };
  return {
    lab,
    notes,
    async clear() {
      await browser.inExtension(`browser.storage.local.remove("reportConsent")`);
      for (const page of open.splice(0)) await page.close().catch(() => null);
    },
  };
}
