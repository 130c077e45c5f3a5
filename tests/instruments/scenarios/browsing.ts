import type { Breakage } from "./browser-errors.ts";
import type { Trouble } from "./fault.ts";
import type { Host } from "./internet.ts";

type Fields = { tabId: number; url: string; type: string; initiator?: string; documentId?: string };

/** What a browser can be made to do, and to report. All times in ms since the start. */
export type Browsing = {
  now: number;
  /** The tab in which the last page was opened. */
  tab: number;
  wait(ms: number): void;
  decide(host: Host, type: string, url: string): Trouble | null;
  answer(host: Host, fields: Fields & { status: number }, cached: boolean, duration?: number): void;
  fail(host: Host, breakage: Breakage, fields: Fields & { ms: number }): string;
};
