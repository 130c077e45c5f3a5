import { setTimeout as wait } from "node:timers/promises";
import { both, type LabCase, site, UNCLEAR } from "../lab-case.ts";

/** A load given up after fifteen seconds is a weak sign; a person gives up a little later. */
const GIVEN_UP = 15_600;

export const TIMEOUTS_AND_KILLS: LabCase[] = [
  {
    name: "hang",
    title: "a site that never answers is slow, once a person has given up on it twice",
    faultClass: "connection",
    launch: "plain",
    hosts: [{ host: "www.hang.example", address: "127.63.1.1", title: "Hang" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.hang.example", "hang");
      const first = await lab.newTab();
      const loads = [lab.go(first, "https://www.hang.example/", GIVEN_UP + 20_000)];
      await lab.pause();
      const second = await lab.newTab();
      loads.push(lab.go(second, "https://www.hang.example/", GIVEN_UP + 20_000));
      await wait(GIVEN_UP);
      for (const page of [first, second]) {
        await page.bringToFront();
        await lab.browser.stopLoading(page);
        await lab.pause();
      }
      await Promise.all(loads);
      return second;
    },
    accept: both(site("slow", "hang.example"), UNCLEAR),
    shows: ["aborted"],
  },
  {
    name: "background-killed",
    title: "a background killed between failure and verdict forgets nothing",
    faultClass: "connection",
    launch: "plain",
    hosts: [{ host: "www.killed.example", address: "127.63.2.1", title: "Killed" }],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.killed.example", "refused");
      const page = await lab.newTab();
      await lab.go(page, "https://www.killed.example/");
      await lab.noted("killed.example");
      await lab.browser.killBackground();
      await lab.pause();
      await lab.go(page, "https://www.killed.example/");
      await lab.noted("killed.example");
      await lab.browser.killBackground();
      return page;
    },
    accept: both(site("unreachable", "killed.example")),
    shows: ["refused"],
    quick: true,
  },
];
