import type { Page } from "puppeteer-core";
import type { BrowserFamily } from "../../scripts/browsers/find.ts";
import type { FaultKind } from "../../utils/core/net/failure.ts";
import type { Answer } from "../instruments/scenarios/expectation.ts";
import type { Access } from "./access.ts";
import type { LabEnvironment } from "./lab-environment.ts";
import type { LabHost } from "./lab-host.ts";

/** The sort of thing that goes wrong; `npm test` runs at least one case of each. */
export type FaultClass =
  | "name"
  | "connection"
  | "answer"
  | "certificate"
  | "local"
  | "harmless"
  | "region"
  | "route"
  | "waiting"
  | "attack"
  | "refusal"
  | "part";

/** What the browser must be started with: a case needs no more than its launch gives. */
export type LaunchName = "plain" | "proxy" | "resolver" | "cable";

/** One fault, made for real, and what the extension has to say about it. */
export type LabCase = {
  name: string;
  /** A sentence about what the extension does. */
  title: string;
  faultClass: FaultClass;
  launch: LaunchName;
  /** Hosts of its own, so that no case meets another's connections, caches or learned hosts. */
  hosts?: LabHost[];
  /** Names that do not exist. */
  missing?: string[];
  /** Names for which a filter answers an address that exists nowhere; with the launch `resolver`. */
  filtered?: string[];
  /** Makes the fault and behaves as a person would; returns the tab that is asked about, or null for the toolbar as a whole. */
  play(lab: LabEnvironment): Promise<Page | null>;
  /** The answers that are right, by level of access. */
  accept: { [access in Access]: readonly Answer[] };
  /** Why a browser cannot make it. */
  skip?: { [family in BrowserFamily]?: string };
  /** The kinds that the browsers' own words for a failed page may fall into; left out where no page fails. */
  shows?: readonly FaultKind[];
  /** `npm test` runs it too. */
  quick?: true;
};

export const CLEAR: readonly Answer[] = [{ scope: "clear", cause: null }];
export const UNCLEAR: Answer = { scope: "unclear" };

export function site(cause: string | readonly string[], subject: string): Answer {
  return { scope: "site", cause, subject };
}

export function refuses(subject: string): Answer {
  return { scope: "clear", cause: "refuses", subject };
}

export function route(subject: string): Answer {
  return { scope: "network", cause: "route", subject };
}

export function local(cause: string | readonly string[]): Answer {
  return { scope: "local", cause };
}

/** The same answer with and without full access. */
export function both(...answers: Answer[]): LabCase["accept"] {
  return { full: answers, basic: answers };
}
