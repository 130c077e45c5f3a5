/** Zone names that vendors write, in minutes east of UTC. `Date` knows only some of them and reads others as local time. */
const ZONES = new Map<string, number>([
  ...Object.entries({ UTC: 0, GMT: 0, Z: 0, UT: 0, WET: 0, WEST: 60, BST: 60, CET: 60, CEST: 120, EET: 120, EEST: 180, MSK: 180 }),
  ...Object.entries({
    EST: -300,
    EDT: -240,
    CST: -360,
    CDT: -300,
    MST: -420,
    MDT: -360,
    PST: -480,
    PDT: -420,
    AKST: -540,
    AKDT: -480,
    HST: -600,
  }),
  ...Object.entries({ GST: 240, IST: 330, SGT: 480, HKT: 480, AWST: 480, JST: 540, KST: 540, AEST: 600, AEDT: 660, NZST: 720, NZDT: 780 }),
]);

/** Names that mean a place's clock: whether daylight saving time holds depends on the date. */
const CLOCKS = new Map([
  ["PT", "America/Los_Angeles"],
  ["US/PACIFIC", "America/Los_Angeles"],
  ["MT", "America/Denver"],
  ["CT", "America/Chicago"],
  ["ET", "America/New_York"],
]);

/**
 * The offset of a time zone in minutes east of UTC.
 * @param zone a name, `+05:30` or `GMT+2`
 * @param written the clock's date and time, read as UTC, in milliseconds of the epoch: decides about daylight saving time
 * @returns null for a zone that is not known
 */
export function zoneOffset(zone: string, written: number): number | null {
  const numeric = /^(?:UTC|GMT)?([+-])(\d\d?)(?::?(\d\d))?$/i.exec(zone);
  if (numeric !== null) return (numeric[1] === "-" ? -1 : 1) * (Number(numeric[2]) * 60 + Number(numeric[3] ?? 0));
  const name = zone.toUpperCase();
  const fixed = ZONES.get(name);
  if (fixed !== undefined) return fixed;
  const clock = CLOCKS.get(name);
  return clock === undefined ? null : clockOffset(clock, written);
}

/** Making one takes longer than a hundred uses. */
const formats = new Map<string, Intl.DateTimeFormat>();

function clockOffset(timeZone: string, instant: number): number {
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  formats.set(timeZone, format);
  const parts = format.formatToParts(instant);
  const written = /([+-])(\d\d):(\d\d)/.exec(parts.find((part) => part.type === "timeZoneName")?.value ?? "");
  return written === null ? 0 : (written[1] === "-" ? -1 : 1) * (Number(written[2]) * 60 + Number(written[3]));
}
