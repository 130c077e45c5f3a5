import type { Episode } from "./episodes.ts";

const COLUMNS = [
  "site",
  "started",
  "ended",
  "scope",
  "cause",
  "subject",
  "failures",
  "status",
  "acknowledged",
  "officialSilent",
  "reporters",
] as const;

/** An episode as it leaves the browser in a file: the same fields, times as ISO. */
function exported(episode: Episode): { [column in (typeof COLUMNS)[number]]: string | number | boolean | null } {
  return {
    ...episode,
    started: new Date(episode.started).toISOString(),
    ended: episode.ended === null ? null : new Date(episode.ended).toISOString(),
  };
}

/** The history as JSON, the newest first as given. */
export function historyJson(episodes: Episode[]): string {
  const rows = episodes.map(exported).map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column]])));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The history as CSV (RFC 4180): a header, then one line an episode; what is not known is empty. */
export function historyCsv(episodes: Episode[]): string {
  const lines = episodes.map(exported).map((row) => COLUMNS.map((column) => cell(row[column])).join(","));
  return `${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
