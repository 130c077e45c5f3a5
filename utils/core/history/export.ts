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

type Row = { [column in (typeof COLUMNS)[number]]: string | number | boolean | null };

/** An episode as a flat row of a file, with ISO times. */
function rowOf({ finding, ...episode }: Episode): Row {
  return {
    ...episode,
    ...finding,
    started: new Date(episode.started).toISOString(),
    ended: episode.ended === null ? null : new Date(episode.ended).toISOString(),
  };
}

/** The history as JSON, in the order given. */
export function historyJson(episodes: Episode[]): string {
  const rows = episodes.map(rowOf).map((row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column]])));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The history as CSV (RFC 4180): a header, then one line per episode; an unknown value is empty. */
export function historyCsv(episodes: Episode[]): string {
  const lines = episodes.map(rowOf).map((row) => COLUMNS.map((column) => cell(row[column])).join(","));
  return `${[COLUMNS.join(","), ...lines].join("\r\n")}\r\n`;
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
