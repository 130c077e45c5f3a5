import { isCdn, type Place, placeName } from "./address-plan.ts";
import type { Answer } from "./expectation.ts";
import { type Site, subjectsOf } from "./internet.ts";

/** Nothing is wrong, and nobody is turned away. */
export const CLEAR: Answer = { scope: "clear", cause: null };
export const UNCLEAR: Answer = { scope: "unclear" };
export const TOLERATED_UNCLEAR: Answer = { scope: "unclear", weak: true };
export const NETWORK: Answer = { scope: "network" };
export const ISP: Answer = { scope: "network", cause: "isp" };

type Causes = string | readonly string[];

export const local = (...causes: string[]): Answer => ({ scope: "local", cause: causes });

export const siteAnswer = (site: Site, cause?: Causes): Answer => ({
  scope: "site",
  subject: subjectsOf(site),
  ...(cause === undefined ? {} : { cause }),
});

export const providerAnswer = (place: Place, cause?: Causes): Answer => ({
  scope: "provider",
  subject: placeName(place),
  ...(cause === undefined ? {} : { cause }),
});

/** Sites there cannot be reached from here. */
export const routeAnswer = (place: Place): Answer => ({ scope: "network", cause: "route", subject: placeName(place) });

/** The site answers, and turns this person away. */
export const refusesAnswer = (site: Site): Answer => ({ scope: "clear", cause: "refuses", subject: subjectsOf(site) });

export const tolerated = (answer: Answer): Answer => ({ ...answer, weak: true });

export const isCloud = (place: Place): boolean => !isCdn(place);
