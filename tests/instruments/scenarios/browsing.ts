import type { Breakage } from "./browser-errors.ts";
import type { Trouble } from "./fault.ts";
import type { Host } from "./internet.ts";
import type { Writer } from "./trace-event.ts";

export type RequestFields = { tabId: number; url: string; type: string; initiator?: string; documentId?: string };
export type AnsweredFields = RequestFields & { status: number; wrote?: Writer };
export type FailedFields = RequestFields & { ms: number };

/** What a browser can be made to do, and to report. All times in ms since the start. */
export type Browsing = {
  now: number;
  /** The tab in which the last page was opened. */
  tab: number;
  wait(ms: number): void;
  /** Milliseconds until a request that breaks like this is given up by the browser. */
  duration(breakage: Breakage): number;
  decide(host: Host, type: string, url: string): Trouble | null;
  answer(host: Host, fields: AnsweredFields, cached: boolean, duration?: number): void;
  fail(host: Host, breakage: Breakage, fields: FailedFields): string;
};
