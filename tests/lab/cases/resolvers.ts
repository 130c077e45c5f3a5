import { both, type LabCase, local, site, UNCLEAR } from "../lab-case.ts";

/** Names asked of a real resolver of the lab's, over HTTPS. */
export const RESOLVERS: LabCase[] = [
  {
    name: "no-such-name",
    title: "a name that the resolver does not know is that site's trouble while others answer",
    faultClass: "name",
    launch: "resolver",
    async play(lab) {
      await lab.browseWell();
      const page = await lab.tryTwice("https://www.never-registered.example/");
      if (lab.resolver.asked("www.never-registered.example") === 0) throw new Error("the resolver was not asked");
      return page;
    },
    accept: both(site("dns", "never-registered.example"), UNCLEAR),
    shows: ["dns"],
  },
  {
    name: "filtered-name",
    title: "a filter that answers 0.0.0.0 is told as a refusal where the system tells it so",
    faultClass: "name",
    launch: "resolver",
    filtered: ["www.filtered.example"],
    async play(lab) {
      await lab.browseWell();
      return await lab.tryTwice("https://www.filtered.example/");
    },
    // Linux and macOS take 0.0.0.0 for this machine, where nobody listens. Windows says that the address is invalid.
    accept: both(local("blocked"), site(["unreachable", "dns"], "filtered.example"), UNCLEAR),
    shows: ["refused", "null-address", "dns"],
  },
  {
    name: "resolver-dead",
    title: "when no name resolves any more, name resolution is what is broken here",
    faultClass: "name",
    launch: "resolver",
    async play(lab) {
      await lab.browseWell();
      await lab.resolver.set("dead");
      let page = await lab.newTab();
      for (const name of ["first-unknown", "second-unknown", "third-unknown", "fourth-unknown"]) {
        page = await lab.newTab();
        await lab.go(page, `https://www.${name}.example/`);
        await lab.pause();
      }
      return page;
    },
    accept: both(local("dns")),
    shows: ["dns"],
  },
];
