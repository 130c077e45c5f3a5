import type { Answer } from "../../instruments/scenarios/expectation.ts";
import { CLEAR, type LabCase, site, UNCLEAR } from "../lab-case.ts";
import type { LabEnvironment } from "../lab-environment.ts";
import type { LabHost } from "../lab-host.ts";

/** Three sites of different owners in one region of a cloud, and one in another. Each page calls a host of its own. */
function town(name: string, block: number): LabHost[] {
  const sites = ["north", "east", "south"].map((part, index) => ({
    domain: `${part}-${name}.example`,
    address: `127.10.${block + index}`,
  }));
  const elsewhere = { domain: `west-${name}.example`, address: `127.20.${block}` };
  return [...sites, elsewhere].flatMap(({ domain, address }) => [
    { host: `www.${domain}`, address: `${address}.1`, title: domain, calls: [`api.${domain}`] },
    { host: `api.${domain}`, address: `${address}.2`, title: domain },
  ]);
}

const OUTAGE: Answer = { scope: "provider", cause: "correlated", subject: "aws/us-east-1" };

type Tabs = Awaited<ReturnType<LabEnvironment["newTab"]>>[];

/** Opens a tab for every site of the town, the one elsewhere last. */
async function openTown(lab: LabEnvironment, name: string): Promise<Tabs> {
  const tabs: Tabs = [];
  for (const part of ["north", "east", "south", "west"]) {
    const page = await lab.newTab();
    await lab.go(page, `https://www.${part}-${name}.example/`);
    tabs.push(page);
  }
  return tabs;
}

async function breakAll(name: string, parts: string[], breaking: (host: string, api: string) => Promise<void>): Promise<void> {
  for (const part of parts) await breaking(`www.${part}-${name}.example`, `api.${part}-${name}.example`);
}

const PARTS = ["north", "east", "south"];

export const REGIONS: LabCase[] = [
  {
    name: "one-of-three-on-a-region",
    title: "one of three sites on a region is that site's failure, not the region's",
    faultClass: "region",
    launch: "plain",
    hosts: town("lake", 10),
    async play(lab) {
      await lab.browseWell();
      const [north, east, south] = await openTown(lab, "lake");
      await breakAll("lake", ["north"], async (host) => await lab.world.set(host, 503));
      for (let time = 0; time < 2; time++) {
        if (time > 0) await lab.pause();
        if (north !== undefined) await lab.go(north, "https://www.north-lake.example/");
        if (east !== undefined) await lab.go(east, "https://www.east-lake.example/");
        if (south !== undefined) await lab.go(south, "https://www.south-lake.example/");
      }
      return north ?? null;
    },
    accept: { full: [site("http", "north-lake.example")], basic: CLEAR },
  },
  {
    name: "all-of-a-region",
    title: "three sites of different owners failing on one region are the region's outage",
    faultClass: "region",
    launch: "plain",
    hosts: town("river", 20),
    async play(lab) {
      await lab.browseWell();
      const tabs = await openTown(lab, "river");
      await breakAll("river", PARTS, async (host, api) => {
        await lab.world.set(host, 503);
        await lab.world.set(api, 503);
      });
      for (const [index, part] of [...PARTS, "west"].entries()) {
        const tab = tabs[index];
        if (tab !== undefined) await lab.go(tab, `https://www.${part}-river.example/`);
      }
      return tabs[2] ?? null;
    },
    accept: { full: [OUTAGE], basic: CLEAR },
  },
  {
    name: "all-of-a-region-refuse",
    title: "three sites on one region that refuse connections are the region's outage, nobody's in particular without full access",
    faultClass: "region",
    launch: "plain",
    hosts: town("harbour", 30),
    async play(lab) {
      await lab.browseWell();
      const tabs = await openTown(lab, "harbour");
      await breakAll("harbour", PARTS, async (host, api) => {
        await lab.world.set(host, "refused");
        await lab.world.set(api, "refused");
      });
      // A connection that is torn down just now makes Firefox ask its resolver anew, past the names that the lab gave it.
      await lab.pause();
      for (const [index, part] of [...PARTS, "west"].entries()) {
        const tab = tabs[index];
        if (tab !== undefined) await lab.go(tab, `https://www.${part}-harbour.example/`);
      }
      return tabs[2] ?? null;
    },
    accept: { full: [OUTAGE], basic: [UNCLEAR, { scope: "site", subject: "south-harbour.example" }] },
  },
  {
    name: "only-the-calls-of-a-region",
    title: "when pages load but their calls fail on one region, that is the region's outage",
    faultClass: "region",
    launch: "plain",
    hosts: town("valley", 40),
    async play(lab) {
      await lab.browseWell();
      const tabs = await openTown(lab, "valley");
      await breakAll("valley", PARTS, async (_, api) => await lab.world.set(api, 503, "api"));
      for (const [index, part] of [...PARTS, "west"].entries()) {
        const tab = tabs[index];
        if (tab !== undefined) await lab.go(tab, `https://www.${part}-valley.example/`);
      }
      return tabs[2] ?? null;
    },
    accept: { full: [OUTAGE], basic: CLEAR },
    quick: true,
  },
];
