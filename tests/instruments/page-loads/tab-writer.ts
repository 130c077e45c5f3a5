import { type Breakage, navigationError, reportsAddress, requestError } from "../scenarios/browser-errors.ts";
import type { Random } from "../scenarios/random.ts";
import type { Recording } from "../scenarios/recording.ts";
import type { PageHost } from "./cast.ts";
import type { Outcome } from "./corners.ts";

const ORB = { chromium: "net::ERR_BLOCKED_BY_ORB", firefox: "NS_ERROR_DOM_BAD_URI" } as const;

export type Request = {
  at: number;
  host: PageHost;
  type: string;
  initiator: PageHost;
  outcome: Outcome | { breakage: "orb" };
  ms: number;
};

/** One page in one tab, from the moment a person leaves for it until the tab shows another. Writes what both APIs of the browser report. */
export class TabWriter {
  readonly tabId: number;
  readonly #recording: Recording;
  readonly #random: Random;
  readonly #language: number;
  /** When the tab goes elsewhere. Whatever has not ended by then is aborted, if it had begun. */
  readonly #until: number;

  constructor(recording: Recording, random: Random, tabId: number, until: number, language: number) {
    this.#recording = recording;
    this.#random = random;
    this.#language = language;
    this.tabId = tabId;
    this.#until = until;
  }

  /** The load of a page. @returns when it was answered; null where the tab had gone elsewhere by then */
  page(at: number, host: PageHost, outcome: Outcome, ms: number): number | null {
    const { tabId } = this;
    const url = `https://${host.name}/`;
    const answered = at + ms;
    this.#recording.write(at, { event: "navigation-started", tabId, url });
    if (answered > this.#until) {
      this.#broken(this.#until, host, "aborted", this.#until - at);
      return null;
    }
    if ("breakage" in outcome) {
      this.#broken(answered, host, outcome.breakage, ms);
      return answered;
    }
    this.#recording.write(answered, {
      event: "completed",
      tabId,
      url,
      type: "main_frame",
      status: outcome.status,
      ip: host.ip,
      ms: Math.round(ms),
    });
    this.#recording.write(answered + 2, { event: "navigation-committed", tabId, url });
    return answered;
  }

  #broken(at: number, { name }: PageHost, breakage: Breakage, ms: number): void {
    const { browser } = this.#recording;
    const { tabId } = this;
    const url = `https://${name}/`;
    const error = requestError(browser, breakage, this.#language, this.#random);
    this.#recording.write(at, { event: "error", tabId, url, type: "main_frame", error, ms: Math.round(ms) });
    this.#recording.write(at + 1, { event: "navigation-error", tabId, url, error: navigationError(browser, breakage, error) });
  }

  loaded(at: number, { name }: PageHost): void {
    if (at <= this.#until) this.#recording.write(at, { event: "navigation-completed", tabId: this.tabId, url: `https://${name}/` });
  }

  /** A request of the page, written when it ends. @returns whether it failed in the eyes of the extension's own check */
  request({ at, host, type, initiator, outcome, ms }: Request, tabId = this.tabId): boolean {
    if (at - ms > this.#until) return false;
    const facts = { tabId, url: `https://${host.name}/`, type, initiator: `https://${initiator.name}`, ms: Math.round(ms) };
    const { browser } = this.#recording;
    const left = at > this.#until;
    if (!left && "status" in outcome) {
      this.#recording.write(at, { event: "completed", ...facts, status: outcome.status, ip: host.ip });
      return outcome.status >= 500;
    }
    const breakage = left || "status" in outcome ? "aborted" : outcome.breakage;
    const error = breakage === "orb" ? ORB[browser] : requestError(browser, breakage, this.#language, this.#random);
    const ip = breakage !== "orb" && reportsAddress(browser, breakage) ? { ip: host.ip } : {};
    this.#recording.write(left ? this.#until : at, { event: "error", ...facts, error, ...ip });
    return !["aborted", "orb", "cross-origin", "tracker-blocked"].includes(breakage);
  }
}
