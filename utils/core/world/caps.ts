import { MINUTE } from "../time.ts";

/*
 * The caps keep the stored world below 200 kB (tests/extension/world-size.test.ts). Judged.
 */

export const SITES_KEPT = 500;
/** Sites in trouble: far more than a person opens while everything fails. */
export const TROUBLED_KEPT = 120;
export const HOSTS_KEPT = 6;
/** A session of heavy pages meets about sixteen new ones a page: the last dozen pages. */
export const PASSING_KEPT = 200;
export const FAULTS_KEPT = 5;
export const ADDRESSES_KEPT = 80;
export const TABS_KEPT = 300;
export const ANSWERS_KEPT = 80;
export const ELSEWHERE_KEPT = 8;
/** A site that neither answered nor failed for this long is dropped. Judged. */
export const SITE_LIFETIME = 15 * MINUTE;
