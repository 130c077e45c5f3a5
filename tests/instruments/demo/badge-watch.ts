import type { Badge, ExtensionBrowser } from "../../../scripts/browsers/extension-browser.ts";
import type { Role } from "./cast.ts";
import type { DemoClock } from "./demo-clock.ts";

/** A badge as it became. `at`: instant of the demo. */
export type Sighting = Badge & { at: number };

export type Watched = { role: Role; tabId: number; sightings: Sighting[] };

export type BadgeWatch = {
  tabs: Watched[];
  /** What the badge of a role's tab says now. */
  now(role: Role): Badge;
  stop(): Promise<void>;
};

const EVERY = 250;

/** Looks at the badges of all tabs several times a second and keeps every change. */
export function watchBadges(
  browser: ExtensionBrowser,
  tabs: { role: Role; tabId: number }[],
  clock: DemoClock,
  onChange: (role: Role, badge: Badge) => void,
): BadgeWatch {
  const watched: Watched[] = tabs.map((tab) => ({ ...tab, sightings: [] }));
  const question = `Promise.all(${JSON.stringify(tabs.map(({ tabId }) => tabId))}.map(async (tabId) => ({ text: await browser.action.getBadgeText({ tabId }), title: await browser.action.getTitle({ tabId }) })))`;
  let stopped = false;

  async function look(): Promise<void> {
    // A look that fails (the page that asks was replaced, the machine is busy) is made again a moment later.
    const badges = await browser.inExtension<Badge[]>(question).catch(() => null);
    watched.forEach((tab, index) => {
      const badge = badges?.[index];
      const last = tab.sightings.at(-1);
      if (badge === undefined || badge.text === last?.text) return;
      tab.sightings.push({ ...badge, at: clock.now() });
      if (last !== undefined || badge.text !== "") onChange(tab.role, badge);
    });
  }

  const watching = (async () => {
    while (!stopped) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, EVERY));
    }
  })();
  return {
    tabs: watched,
    now(role) {
      const last = watched.find((tab) => tab.role === role)?.sightings.at(-1);
      return last ?? { text: "", title: "" };
    },
    async stop() {
      stopped = true;
      await watching;
    },
  };
}
