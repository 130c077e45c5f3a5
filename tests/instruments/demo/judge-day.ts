import type { BadgeWatch, Watched } from "./badge-watch.ts";
import { DAY } from "./day.ts";
import type { Ledger } from "./ledger.ts";
import { describe } from "./narration.ts";

/** What can only be judged at the end of the day. */
export function judgeTheDay(badges: BadgeWatch, ledger: Ledger): void {
  const flapping = badges.tabs.filter(
    ({ role, sightings }) =>
      role.wave !== "untouched" && turnsBetween(sightings, DAY.firstWave, DAY.secondWaveDone) > (role.wave === "first" ? 1 : 0),
  );
  ledger.check("nothing flapped between the two waves of recovery", flapping.length === 0, describe(flapping));
  const relapsed = badges.tabs.filter(({ sightings }) =>
    sightings.some(({ text, at }, index) => text === "" && at > DAY.firstAnnouncement && index < sightings.length - 1),
  );
  ledger.check("whatever was called well again stayed so", relapsed.length === 0, describe(relapsed));
  const late = badges.tabs.filter(
    ({ role, sightings }) =>
      role.wave === "second" && sightings.some(({ text, at }) => text === "" && at > DAY.impact && at < DAY.secondWave),
  );
  ledger.check("whoever waited for the second wave was not called well before it", late.length === 0, describe(late));
  const blamed = badges.tabs.filter((tab) => tab.role.wave === "untouched" && !neverBad(tab));
  ledger.check(
    "the sites on another region, on another cloud and of their own were never blamed on AWS",
    blamed.length === 0,
    describe(blamed),
  );
}

export function neverBad({ sightings }: Watched): boolean {
  return sightings.every(({ text }) => text === "");
}

function turnsBetween(sightings: Watched["sightings"], from: number, until: number): number {
  return sightings.filter(({ at }) => at > from && at < until).length;
}
