import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findPostgres } from "../../../scripts/support/postgres.ts";
import { whyNoCable } from "../../lab/cable.ts";
import { type Cluster, newDatabase, startCluster } from "../support/postgres.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { fetchFeed, until } from "../support/server-process.ts";
import { startVantageProcess, type VantageProcess } from "./start-measuring.ts";

const ANCHORS = ["google", "cloudflare", "apple"];
const TARGETS = [...ANCHORS, "aws/us-east-1", "aws/eu-west-1", "netflix", "chase", "github /", "forbidden /"];
const FRANKFURT = { id: "fra", country: "DE" };
const VIRGINIA = { id: "iad", country: "US" };

const flags = (folder: string) => ["--data", folder, "--sources", "none", "--every", "0.5", "--rebuild", "0"];

/** Waits for views of the feed that a test is about. */
async function views({ url, rootKey }: VantageProcess, fits: (text: string) => boolean): Promise<string> {
  return await until(async () => {
    const feed = await fetchFeed(url, rootKey).catch(() => null);
    if (feed === null) return null;
    const seen = feed.views;
    const text =
      seen === null
        ? "none"
        : `${seen.from.map(({ id }) => id).join(" ")} | ${seen.fail.map(({ target, from }) => `${target}:${from.join("+")}`).join(" ")}`;
    return fits(text) ? text : null;
  });
}

const fails = (target: string) => (text: string) => text.includes(`${target}:`);
const is = (wanted: string) => (text: string) => text === wanted;

describe("a vantage", () => {
  test("publishes what fails there after two rounds, names the list that it asks, and takes it back when it answers again", async () => {
    const vantage = await startVantageProcess({ flags: flags(scratchFolder()), point: FRANKFURT, targets: TARGETS, anchors: ANCHORS });
    await views(vantage, is("fra | "));
    await vantage.command({ host: "aws/us-east-1", does: "fails" });
    await vantage.command({ host: "netflix", does: "resets" });
    await views(vantage, is("fra | aws/us-east-1:fra netflix:fra"));

    const feed = await fetchFeed(vantage.url, vantage.rootKey);
    expect(feed.views?.from).toEqual([{ id: "fra", country: "DE", asn: null }]);
    expect(feed.views?.fail[0]).toMatchObject({ target: "aws/us-east-1", failure: "http.error" });
    const list = await fetch(`${vantage.url}/${feed.targets?.url}`);
    expect(feed.targets?.sha256).toBe(feed.views?.targets);
    const { targets } = (await list.json()) as { targets: { id: string }[] };
    expect(targets.map(({ id }) => id)).toEqual(TARGETS.map((text) => text.split(" ")[0]));

    for (const host of ["aws/us-east-1", "netflix"]) await vantage.command({ host, does: "answers" });
    await views(vantage, is("fra | "));
  });

  test("says nothing while its anchors are silent, and speaks again when they answer", async () => {
    const vantage = await startVantageProcess({ flags: flags(scratchFolder()), point: FRANKFURT, targets: TARGETS, anchors: ANCHORS });
    await views(vantage, is("fra | "));
    // One anchor may have an outage of its own.
    await vantage.command({ host: "cloudflare", does: "fails" });
    await views(vantage, is("fra | cloudflare:fra"));
    await vantage.command({ host: "google", does: "resets" });
    await views(vantage, is("none"));
    expect(vantage.output()).toContain("its own connection is in doubt");
    await vantage.command({ host: "google", does: "answers" });
    await views(vantage, fails("cloudflare"));
  });

  test("calls nobody down who turns it away, or whose robots.txt keeps it out", async () => {
    const vantage = await startVantageProcess({ flags: flags(scratchFolder()), point: FRANKFURT, targets: TARGETS, anchors: ANCHORS });
    await vantage.command({ host: "chase", does: "turns away" });
    await views(vantage, is("fra | "));
    await vantage.command({ host: "aws/eu-west-1", does: "fails" });
    await views(vantage, is("fra | aws/eu-west-1:fra"));
    const { views: seen } = await fetchFeed(vantage.url, vantage.rootKey);
    expect(seen?.blind).toEqual(["chase", "forbidden"]);
  });

  test("leaves no view behind when it ends", async () => {
    const folder = scratchFolder();
    const vantage = await startVantageProcess({ flags: flags(folder), point: FRANKFURT, targets: TARGETS, anchors: ANCHORS });
    await views(vantage, is("fra | "));
    await vantage.end("SIGTERM");
    const { openStore } = await import("../../../server/store/store.ts");
    const store = await openStore({ file: join(folder, "feed.sqlite") });
    expect(await store.measurements.views()).toEqual([]);
    expect(Object.keys(await store.measurements.answered("fra"))).toContain("netflix");
    await store.close();
  });
});

const programs = findPostgres();
if (programs === null) console.warn("skipped: several vantages on one database, because there is no postgres and initdb here");

describe.skipIf(programs === null)("two vantages on one database", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster(programs ?? "");
  }, 60_000);
  afterAll(() => cluster.stop());

  const noNetwork = whyNoCable();
  if (noNetwork !== null) console.warn(`skipped: vantages in networks of their own: ${noNetwork}`);

  test.skipIf(noNetwork !== null)("of which one is cut off: it says nothing, and nobody takes its silence for an outage", async () => {
    await newDatabase(cluster, "cutoff");
    // By a socket in the file system, which leads out of any network.
    const { port } = new URL(cluster.url);
    const environment = { PGHOST: join(cluster.data, ".."), PGPORT: port, PGUSER: "feed" };
    const start = (point: typeof FRANKFURT, ownNetwork: boolean) => {
      const words = [...flags(scratchFolder()), "--database", "postgres:///cutoff"];
      return startVantageProcess({ flags: words, point, targets: TARGETS, anchors: ANCHORS, ownNetwork }, environment);
    };
    const frankfurt = await start(FRANKFURT, false);
    const virginia = await start(VIRGINIA, true);
    await views(frankfurt, is("fra iad | "));

    await virginia.command({ network: "cut" });
    await views(frankfurt, is("fra | "));
    await virginia.command({ network: "whole" });
    await views(frankfurt, is("fra iad | "));

    // A trouble of the way between one of them and a target is no outage; what both see is one.
    await virginia.command({ host: "netflix", does: "resets" });
    await virginia.command({ host: "aws/us-east-1", does: "fails" });
    await frankfurt.command({ host: "aws/us-east-1", does: "fails" });
    await views(frankfurt, is("fra iad | aws/us-east-1:fra+iad"));
  });
});
