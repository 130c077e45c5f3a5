/** Since when each source has not been understood, ISO time, by its id. Kept between two runs of the scheduled check. */
export type BadSince = { [source: string]: string };

/** The state after a check. @param now ISO time */
export function followBad(before: BadSince, checked: readonly { id: string; good: boolean }[], now: string): BadSince {
  const after = { ...before };
  for (const { id, good } of checked) {
    if (good) delete after[id];
    else after[id] ??= now;
  }
  return after;
}

/** Reads the state of an earlier run. Anything else than times by ids is no state, and the counting begins anew. */
export function readBadSince(text: string): BadSince {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || Array.isArray(value)) return {};
    const times = Object.entries(value).filter(([, time]) => typeof time === "string" && !Number.isNaN(Date.parse(time)));
    return Object.fromEntries(times) as BadSince;
  } catch {
    return {};
  }
}
