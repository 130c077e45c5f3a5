import { renderToString } from "preact-render-to-string";
import { describe, expect, test } from "vitest";
import { Dashboard } from "../../../components/dashboard/dashboard.tsx";
import { Settings } from "../../../components/settings/settings.tsx";
import { WordsProvider } from "../../../components/shared/words.tsx";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { DASHBOARDS, SETTINGS } from "../../instruments/gallery/page-samples.ts";

const unused = () => {
  throw new Error("No button was pressed.");
};
const english = loadTranslator("en", { timeZone: "America/New_York" });

function dashboard(state: string): string {
  const data = DASHBOARDS[state];
  if (data === undefined) throw new Error(state);
  const actions = {
    search: unused,
    choose: unused,
    refreshFeed: unused,
    showHistory: unused,
    save: unused,
    eraseHistory: unused,
    forget: unused,
    mute: unused,
    check: unused,
    openSettings: unused,
  };
  return renderToString(
    <WordsProvider value={english}>
      <Dashboard data={data} searched={null} actions={actions} />
    </WordsProvider>,
  );
}

function settings(state: string): string {
  const data = SETTINGS[state];
  if (data === undefined) throw new Error(state);
  const actions = {
    allowFullAccess: unused,
    withdrawFullAccess: unused,
    setReporting: unused,
    useFeed: unused,
    allowFeed: unused,
    forgetFeed: unused,
    useBuiltInFeed: unused,
    askStatusPages: unused,
    askElsewhere: unused,
    keepHistory: unused,
    saveTrace: unused,
    setAlerts: unused,
    setQuiet: unused,
    mute: unused,
    findMutes: unused,
    setLinkMenu: unused,
    reset: unused,
    eraseAll: unused,
  };
  return renderToString(
    <WordsProvider value={english}>
      <Settings data={data} actions={actions} />
    </WordsProvider>,
  );
}

describe("the dashboard", () => {
  test("says which of the person's sites an outage touches", () => {
    expect(dashboard("busy")).toContain("Touches 5 sites that you use: netflix.com");
  });

  test("says how many of the person's sites and visits depend on what is failing now", () => {
    const text = dashboard("busy").replace(/<[^>]+>/g, "");
    expect(text).toContain("AWS US East (N. Virginia) is failing now. 5 of your 10 sites stand on it, with 76% of your visits.");
    expect(text).toMatch(/Cloudflare2 of your 10 sites, \d+% of your visits/);
  });

  test("draws four hundred sites as one choice of two dozen places, and all places as a list", () => {
    const markup = dashboard("many");
    const radios = markup.match(/<input type="radio"[^>]*>/g) ?? [];
    expect(radios).toHaveLength(24);
    expect(radios.filter((radio) => radio.includes("checked"))).toEqual([expect.stringContaining("AWS US East (N. Virginia)")]);
    expect(radios.filter((radio) => !/aria-label="[^"]+: \d+ sites?(?:, failing now)?"/.test(radio))).toEqual([]);
    expect(markup).toContain('aria-label="AWS (no region known): 13 sites"');
    expect(markup).toContain('aria-label="Cloudflare: 65 sites"');
    const { dependencies } = DASHBOARDS.many ?? { dependencies: [] };
    expect(markup.match(/<li[^>]*><details/g)).toHaveLength(dependencies.length);
  });

  test("names the host that each provider's link leads to, as a part of the link's own text", () => {
    const links = [...dashboard(Object.keys(DASHBOARDS)[0] ?? "").matchAll(/<a href="https:\/\/([^/"]+)[^>]*>(.*?)<\/a>/g)];
    expect(links.length).toBeGreaterThan(0);
    for (const [, host, text] of links) expect(text?.replace(/<[^>]*>/g, "")).toBe(`Open its status page (${host})`);
  });

  test("shows what happened beside what the official page said and what others reported", () => {
    const text = dashboard("busy").replace(/<[^>]*>/g, "|");
    expect(text).toMatch(/netflix\.com: 23 failures here\|+Official word 46 minutes later\|+20,000 other people reported it/);
    expect(text).toMatch(/coinbase\.com: 6 failures here\|+Official page said nothing/);
  });

  test("says how much of a long history it shows, and offers earlier rows", () => {
    const text = dashboard("many").replace(/<[^>]*>/g, "|");
    expect(text).toMatch(/3 of 1,312 shown\|+Show earlier ones/);
    expect(dashboard("busy")).not.toContain("Show earlier ones");
  });

  test("offers no export and no erasing of an empty history", () => {
    expect(dashboard("quiet")).toContain("Nothing has failed here");
    expect(dashboard("quiet")).not.toContain("Save as CSV");
  });

  test("does not claim that all is well without a feed", () => {
    expect(dashboard("new")).toContain("Without an outage feed there is nothing to list here.");
    expect(dashboard("new")).not.toContain("No outage is reported.");
  });
});

describe("the settings", () => {
  test("show the exact bytes before anybody agrees, and both answers alike", () => {
    const markup = settings("usual");
    expect(markup.replace(/<\/?span>/g, "")).toContain("{&quot;v&quot;:1,&quot;service&quot;:&quot;netflix&quot;");
    expect(markup).toMatch(/aria-pressed="false"[^>]*data-testid="agree"/);
    expect(markup).toMatch(/aria-pressed="true"[^>]*data-testid="disagree"/);
  });

  test("list what was sent only once a person has agreed", () => {
    expect(settings("usual")).not.toContain("Sent so far");
    expect(settings("agreed")).toContain("Sent so far");
  });

  test("offer no reports where no feed would receive them", () => {
    expect(settings("bare")).not.toContain("Anonymous outage reports");
  });

  test("show each feed with who set it and how old it is, and can remove those that no organisation has set", () => {
    const several = settings("several");
    expect(several.replace(/<[^>]*>/g, "|")).toMatch(
      /feed\.not-just-me\.example[\s\S]*Comes with this build[\s\S]*2 minutes ago[\s\S]*status\.company\.example[\s\S]*Set by your organisation[\s\S]*lab\.example[\s\S]*Added by you[\s\S]*too old to count/,
    );
    expect(several.match(/Stop using it/g)).toHaveLength(2);
  });

  test("offer the build's feed again only where it is turned off", () => {
    expect(settings("usual")).not.toContain("Use the feed of this build again");
    expect(settings("agreed")).toContain("Use the feed of this build again");
  });
});
