/**
 * How much a feed document may hold. The schema refuses or cuts what is longer, and the parsers and the publisher keep within the
 * same limits. Lengths in UTF-16 code units. All judged: the body of a bad day has to stay below `BODY_SIZE_LIMIT`.
 *
 * Published clients refuse a document that exceeds their limits, so a limit may only grow with a new version of the document.
 */
export const MAX_IDENTIFIER_LENGTH = 120;
export const MAX_URL_LENGTH = 500;
export const MAX_TITLE_LENGTH = 200;
export const MAX_SUMMARY_LENGTH = 1000;
export const MAX_SERVICE_LENGTH = 80;
/** Services of one incident that are published and read; the schema drops the rest. */
export const MAX_SERVICES = 40;
/** Countries that one incident is confined to; one of more is confined to none. */
export const MAX_AREAS = 20;
export const MAX_ADVICE = 3;
export const MAX_ADVICE_LENGTH = 200;
/** Access networks and countries in trouble, and what one of them cannot reach. */
export const MAX_NETWORKS = 40;
export const MAX_UNREACHED = 10;
export const MAX_NETWORK_NAME_LENGTH = 60;
/** Vantages of control measurements, and targets that fail or are not seen: the list has some hundreds. */
export const MAX_VANTAGES = 64;
export const MAX_FAILING = 1000;
/** Points of a report curve: a day in steps of five minutes. */
export const MAX_SERIES_POINTS = 288;
