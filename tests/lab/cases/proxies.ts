import { both, type LabCase, local, site, UNCLEAR } from "../lab-case.ts";
import { NEWS, TOOLS, WEATHER } from "../neighbours.ts";

/** Behind a proxy every address is the proxy's, and its troubles are this side's. */
export const PROXIES: LabCase[] = [
  {
    name: "proxy-dead",
    title: "a proxy that is gone is named, and none of the sites behind it",
    faultClass: "local",
    launch: "proxy",
    async play(lab) {
      await lab.browseWell();
      await lab.proxy.set("dead");
      return await openEach(lab, [NEWS, TOOLS, WEATHER]);
    },
    accept: both(local("proxy")),
    shows: ["proxy"],
  },
  {
    name: "proxy-refuses",
    title: "a proxy that answers 502 to everything is named, and none of the sites behind it",
    faultClass: "local",
    launch: "proxy",
    async play(lab) {
      await lab.browseWell();
      await lab.proxy.set("refuses");
      return await openEach(lab, [NEWS, TOOLS, WEATHER]);
    },
    accept: both(local("proxy")),
    shows: ["gateway"],
  },
  {
    name: "one-site-behind-a-proxy",
    title: "one site that the proxy cannot reach is not the proxy's fault, and never the fault of the cloud at the proxy's address",
    faultClass: "local",
    launch: "proxy",
    hosts: [{ host: "www.beyond.example", address: "127.64.1.1", title: "Beyond" }],
    async play(lab) {
      await lab.browseWell();
      const page = await lab.newTab();
      await lab.go(page, "https://www.beyond.example/");
      await lab.proxy.set({ cannotReach: "www.beyond.example" });
      for (let time = 0; time < 2; time++) {
        await lab.pause();
        await lab.go(page, "https://www.beyond.example/");
        const other = await lab.newTab();
        await lab.go(other, WEATHER);
      }
      return page;
    },
    accept: both(site(["unreachable", "http"], "beyond.example"), UNCLEAR),
    shows: ["gateway"],
  },
];

async function openEach(lab: Parameters<LabCase["play"]>[0], urls: string[]) {
  let page = await lab.newTab();
  for (const url of urls) {
    page = await lab.newTab();
    await lab.go(page, url);
    await lab.pause();
  }
  return page;
}
