import { DAY, HOUR, MINUTE } from "../../utils/core/time.ts";

const relative = new Intl.RelativeTimeFormat("en", { numeric: "always" });

/** "52 minutes ago", from an ISO time. @param now milliseconds of the epoch */
export function ago(time: string, now: number): string {
  const elapsed = Math.max(0, now - Date.parse(time));
  if (elapsed < MINUTE) return "less than a minute ago";
  if (elapsed < 1.5 * HOUR) return relative.format(-Math.round(elapsed / MINUTE), "minute");
  return elapsed < 2 * DAY ? relative.format(-Math.round(elapsed / HOUR), "hour") : relative.format(-Math.round(elapsed / DAY), "day");
}

/** "14:05 UTC" in the time of this machine, with the date where that is another day. */
export function clock(time: string, now: number): string {
  const at = new Date(time);
  const isToday = at.toDateString() === new Date(now).toDateString();
  return at.toLocaleString("en-GB", {
    ...(isToday ? {} : { day: "numeric", month: "short", year: "numeric" }),
    ...{ hour: "2-digit", minute: "2-digit", timeZoneName: "short" },
  });
}
