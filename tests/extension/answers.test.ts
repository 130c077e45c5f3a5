import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import { DAY, HOUR, SECOND } from "../../utils/core/time.ts";
import { EPOCH, Scene } from "../unit/diagnosis/scene.ts";
import { startReportServer } from "./support/report-server.ts";
import { browserThatReports, onWatch } from "./support/reporting-browser.ts";

const browser = browserThatReports();
const { feedSays, follow, rows } = browser;

describe("an answer about a service on watch", () => {
  /** A browser that opened netflix.com, whose feed has these services on watch. */
  async function opened(...watched: string[]): Promise<Scene> {
    const { address } = await startReportServer();
    const more = { services: onWatch(...watched), issued: new Date(EPOCH).toISOString(), expires: new Date(EPOCH + 2 * DAY).toISOString() };
    await feedSays(address, more);
    return new Scene().others(3).page("netflix.com").feed([], more);
  }

  test.each([
    [0.19, 1],
    [0.21, 0],
  ])("is given by one browser in five: where %f was drawn, %i are", async (drawn, answers) => {
    const reporter = browser.reporter(drawn);
    const scene = await opened("netflix");
    await reporter.setConsent(true);
    await follow(reporter, scene);
    expect(await rows()).toHaveLength(answers);
  });

  test("is drawn once in a day, however often it is looked at, and also where the background was stopped", async () => {
    const scene = await opened("netflix");
    const reporter = browser.reporter(0.9);
    await reporter.setConsent(true);
    await follow(reporter, scene);
    for (let look = 0; look < 5; look++) await follow(browser.reporter(0), scene.wait(60).page("netflix.com"));
    expect(await rows()).toEqual([]);
    await follow(browser.reporter(0), scene.wait((23 * HOUR) / SECOND).page("netflix.com"));
    expect(await rows()).toEqual([]);
    await follow(browser.reporter(0), scene.wait((2 * HOUR) / SECOND).page("netflix.com"));
    expect(await rows()).toHaveLength(1);
  });

  test("is given to no feed that has more than two services on watch", async () => {
    const reporter = browser.reporter();
    const scene = await opened("netflix", "github", "amazon");
    await reporter.setConsent(true);
    await follow(reporter, scene);
    expect(await rows()).toEqual([]);
  });

  test("is given only to the feed that takes the reports: others ask in vain", async () => {
    const reporter = browser.reporter();
    const scene = await opened();
    await reporter.setConsent(true);
    await follow(reporter, scene.feed([], { services: onWatch("netflix") }));
    expect(await rows()).toEqual([]);
  });

  test("leaves a failure of the same service its place", async () => {
    const reporter = browser.reporter();
    const scene = await opened("netflix");
    await reporter.setConsent(true);
    await follow(reporter, scene);
    for (let round = 0; round < 3; round++) scene.wait(3).page("netflix.com", 503).others(2);
    await follow(reporter, scene);
    expect((await rows()).map(({ kind }) => kind)).toEqual(["failure"]);
  });
});
