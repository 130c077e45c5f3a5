/* What the popup loads at a press, or where no feed answers: the list of sources and the parsers, which are as large as half of the popup. */

export { prepareDirectCheck } from "./direct-check.ts";
export { lookForPage } from "./look-for-page.ts";
