/** Hours in which no notification is shown: `HH:MM` by the device's own clock. `from` after `to` means over midnight. */
export type QuietHours = { from: string; to: string };

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Minutes since midnight of `HH:MM`; null for anything else. */
export function minuteOfDay(text: string): number | null {
  const [, hours, minutes] = CLOCK.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

/**
 * Whether a minute lies in the quiet hours. The first minute does, the last does not; equal ends make no quiet hours.
 * @param minute minutes since midnight by the device's clock
 */
export function isQuiet(hours: QuietHours | null, minute: number): boolean {
  if (hours === null) return false;
  const from = minuteOfDay(hours.from);
  const to = minuteOfDay(hours.to);
  if (from === null || to === null) return false;
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}
