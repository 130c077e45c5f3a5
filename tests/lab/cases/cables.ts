import { setTimeout as wait } from "node:timers/promises";
import { both, CLEAR, type LabCase, local } from "../lab-case.ts";
import { BAKERY, NEWS, WEATHER } from "../neighbours.ts";

/** Long enough for a request to be on its way. */
const ON_ITS_WAY = 1200;

/** A machine whose only cable is pulled, or led to another network. */
export const CABLES: LabCase[] = [
  {
    name: "offline",
    title: "with the cable pulled the device is offline, and no site is blamed",
    faultClass: "local",
    launch: "cable",
    async play(lab) {
      await lab.browseWell();
      lab.cable.pull();
      const page = await lab.newTab();
      await lab.go(page, WEATHER);
      await lab.pause();
      await lab.go(page, BAKERY);
      return page;
    },
    accept: both(local("offline")),
    shows: ["offline", "refused"],
    quick: true,
  },
  {
    name: "back-online",
    title: "once the cable is back and sites answer, all is clear",
    faultClass: "local",
    launch: "cable",
    async play(lab) {
      await lab.browseWell();
      lab.cable.pull();
      const page = await lab.newTab();
      await lab.go(page, WEATHER);
      await lab.pause();
      lab.cable.plug();
      await lab.pause();
      await lab.go(page, WEATHER);
      await lab.go(await lab.newTab(), NEWS);
      return null;
    },
    accept: both(...CLEAR),
  },
  {
    name: "network-change",
    title: "a load torn by a change of the network is nobody's outage",
    faultClass: "harmless",
    launch: "cable",
    hosts: [{ host: "www.torn.example", address: "127.65.1.1", title: "Torn" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.torn.example", "silent");
      const page = await lab.newTab();
      const loading = lab.go(page, "https://www.torn.example/");
      await wait(ON_ITS_WAY);
      lab.cable.changeNetwork();
      await loading;
      await lab.world.set("www.torn.example", "fine");
      await lab.pause();
      await lab.go(page, "https://www.torn.example/");
      return page;
    },
    accept: both(...CLEAR),
    shows: ["network-changed", "aborted"],
  },
];
