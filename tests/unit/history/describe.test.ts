import { describe, expect, test } from "vitest";
import { episodeTitle, officialDelays } from "../../../utils/core/history/describe.ts";
import type { Episode } from "../../../utils/core/history/episodes.ts";
import { historyCsv, historyJson } from "../../../utils/core/history/export.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const START = Date.parse("2021-12-07T15:32:00Z");

const episode = (over: Partial<Episode> = {}): Episode => ({
  site: "netflix.com",
  started: START,
  ended: null,
  finding: { scope: "provider", cause: "both", subject: "aws/us-east-1" },
  foundAt: START,
  failures: 23,
  status: 503,
  acknowledged: new Date(START + 50 * MINUTE).toISOString(),
  officialSilent: false,
  reporters: 0,
  ...over,
});

describe("how long a provider takes to acknowledge an outage", () => {
  test("is the median from the first failure here to its first statement", () => {
    const statedAfter = (minutes: number) => episode({ acknowledged: new Date(START + minutes * MINUTE).toISOString() });
    expect(officialDelays([statedAfter(50), statedAfter(10), statedAfter(20)])).toEqual([
      { provider: "aws", outages: 3, median: 20 * MINUTE },
    ]);
    expect(officialDelays([statedAfter(10), statedAfter(20)])[0]?.median).toBe(15 * MINUTE);
  });

  test("counts no outage that it never acknowledged, and none of a site", () => {
    expect(
      officialDelays([episode({ acknowledged: null }), episode({ finding: { scope: "site", cause: "http", subject: "netflix.com" } })]),
    ).toEqual([]);
  });

  test("is zero where it stated it before this browser saw a failure", () => {
    expect(officialDelays([episode({ acknowledged: new Date(START - MINUTE).toISOString() })])[0]?.median).toBe(0);
  });
});

describe("the title of an episode", () => {
  const title = (over: Partial<Episode>) => episodeTitle(episode(over)).key;

  test("says that a provider had an outage only where somebody else said so", () => {
    const alone = { finding: { scope: "provider", cause: "correlated", subject: "aws/us-east-1" }, acknowledged: null } as const;
    expect(title(alone)).toBe("history.providerSuspected");
    expect(title({ ...alone, reporters: 20 })).toBe("history.provider");
    expect(title({ ...alone, acknowledged: "2021-12-07T16:22:00Z" })).toBe("history.provider");
  });

  test("tells a way that was cut from a connection that failed for many sites", () => {
    expect(title({ finding: { scope: "network", cause: "route", subject: "cloudflare" } })).toBe("history.route");
    expect(title({ finding: { scope: "network", cause: "isp", subject: null } })).toBe("history.network");
  });

  test("calls a site that was waited for slow, and not failed", () => {
    expect(title({ finding: { scope: "site", cause: "slow", subject: "netflix.com" } })).toBe("history.slow");
  });
});

describe("the history as a file", () => {
  test("is JSON with ISO times", () => {
    expect(JSON.parse(historyJson([episode()]))).toEqual([
      {
        site: "netflix.com",
        started: "2021-12-07T15:32:00.000Z",
        ended: null,
        scope: "provider",
        cause: "both",
        subject: "aws/us-east-1",
        failures: 23,
        status: 503,
        acknowledged: "2021-12-07T16:22:00.000Z",
        officialSilent: false,
        reporters: 0,
      },
    ]);
  });

  test("is CSV with a header, and leaves unknown values empty", () => {
    const [header, row, end] = historyCsv([episode({ status: null, acknowledged: null })]).split("\r\n");
    expect(header).toBe("site,started,ended,scope,cause,subject,failures,status,acknowledged,officialSilent,reporters");
    expect(row).toBe("netflix.com,2021-12-07T15:32:00.000Z,,provider,both,aws/us-east-1,23,,,false,0");
    expect(end).toBe("");
  });

  test("quotes what would break a CSV line", () => {
    expect(historyCsv([episode({ finding: { scope: "provider", cause: "both", subject: 'a,"b"' } })])).toContain('"a,""b"""');
  });
});
