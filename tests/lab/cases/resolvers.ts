import { both, type LabCase, local, site, UNCLEAR } from "../lab-case.ts";

/** Names asked of a real resolver of the lab's, over HTTPS. */
export const RESOLVERS: LabCase[] = [
  {
    name: "no-such-name",
    title: "a name that the resolver does not know is that site's trouble while others answer",
    faultClass: "name",
    launch: "resolver",
    async play(bench) {
      await bench.browseWell();
      const page = await bench.tryTwice("https://www.never-registered.example/");
      if (bench.resolver.asked("www.never-registered.example") === 0) throw new Error("the resolver was not asked");
      return page;
    },
    accept: both(site("dns", "never-registered.example"), UNCLEAR),
    shows: ["dns"],
  },
  {
    name: "resolver-dead",
    title: "when no name resolves any more, name resolution is what is broken here",
    faultClass: "name",
    launch: "resolver",
    async play(bench) {
      await bench.browseWell();
      await bench.resolver.set("dead");
      let page = await bench.newTab();
      for (const name of ["first-unknown", "second-unknown", "third-unknown", "fourth-unknown"]) {
        page = await bench.newTab();
        await bench.go(page, `https://www.${name}.example/`);
        await bench.pause();
      }
      return page;
    },
    accept: both(local("dns")),
    shows: ["dns"],
  },
];
