import type { Page } from "puppeteer-core";
import type { BrowserFamily, FoundBrowser } from "./find.ts";

/** The addresses of names in the browser under test, so that real names reach stand-ins on loopback. */
export type Names = {
  /**
   * Host to loopback address; null: a name that does not exist. In Chromium, a name that is not listed does not exist either. At other ports
   * than 80 and 443 the host is asked at that port of the address.
   */
  addresses: { [host: string]: string | null };
  /** The stand-ins listen here instead of on 80 and 443, which need privileges. */
  httpPort: number;
  httpsPort: number;
  /** The certificate authority that the stand-ins' certificates come from (PEM), and the SHA-256 of their public key (base64). */
  authority: string;
  keyHash: string;
};

export type LaunchOptions = {
  found: FoundBrowser;
  /** The folder of the production build. */
  extension: string;
  headless: boolean;
  /** The language of the browser, `en` by default. */
  language?: string;
  names?: Names;
  /** What a test changes about the browser itself: its proxy, its resolver, its profile. */
  special?: Special;
};

export type Special = {
  /** Switches of the command line, for Chromium. */
  switches?: string[];
  /** An existing profile, for Chromium. The caller removes it. */
  profile?: string;
  /** Preferences, for Firefox. */
  preferences?: { [name: string]: string | number | boolean };
};

export type Badge = { text: string; title: string };

/** A browser with the extension in a fresh profile. The same in Chromium and Firefox, so that everything is written once. */
export type ExtensionBrowser = {
  family: BrowserFamily;
  /** As the browser itself says it: `Chrome/156.0.8078.79`. */
  version: string;
  /** The origin of the extension's own pages: `chrome-extension://…` or `moz-extension://…`. */
  origin: string;
  newPage(): Promise<Page>;
  /** Loads a page and waits until it is there or has failed; a page that fails or hangs is no error here. */
  visit(page: Page, url: string, timeout?: number): Promise<void>;
  /** Loads a page in a private window. */
  visitPrivately(url: string): Promise<void>;
  /** The page that the extension itself opened on installation. */
  welcomePage(): Promise<Page>;
  /** Opens a page of the extension (`popup.html?tab=3`) in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  tabIdOf(page: Page): Promise<number>;
  /** What the toolbar shows while that tab is in front. */
  badge(tabId: number): Promise<Badge>;
  /** Evaluates an expression in a page of the extension, where `browser` is its own API. */
  inExtension<Result>(expression: string): Promise<Result>;
  /** Makes the browser say yes to the next request for host access. A person's click must still ask for it. */
  answerYesToFullAccess(): Promise<void>;
  /** Stops the background as the browser does when it idles. */
  killBackground(): Promise<void>;
  /** Installs the present content of the extension's folder over it, as an update does. */
  update(folder: string): Promise<void>;
  /** Installs another extension beside ours; returns when it runs. */
  addExtension(folder: string): Promise<void>;
  /** Presses the browser's stop button. */
  stopLoading(page: Page): Promise<void>;
  /** Resolves when the browser is closed, by the person too. */
  closed: Promise<void>;
  close(): Promise<void>;
};
