import { both, type LabCase, site, UNCLEAR } from "../lab-case.ts";

export const NAMES: LabCase[] = [
  {
    name: "name-not-found",
    title: "a name that does not exist is that site's trouble while others answer",
    faultClass: "name",
    launch: "plain",
    missing: ["www.lost-name.example"],
    async play(lab) {
      await lab.browseWell();
      return await lab.tryTwice("https://www.lost-name.example/");
    },
    accept: both(site("dns", "lost-name.example"), UNCLEAR),
    shows: ["dns"],
    quick: true,
  },
];
