import { waitUntil } from "../../../scripts/browsers/control.ts";
import { CLEAR, type LabCase, site, UNCLEAR } from "../lab-case.ts";
import type { LabEnvironment } from "../lab-environment.ts";
import { type LabHost, pageWith } from "../lab-host.ts";

/** A page that keeps a WebSocket open, as chats and games do. What the browser repeats within two seconds counts once. */
function chat(domain: string, address: string): LabHost {
  const script = `const open = () => { new WebSocket("wss://" + location.host + "/socket").onclose = () => setTimeout(open, 2500); }; open();`;
  return { host: `www.${domain}`, address, title: domain, files: { "/": pageWith(domain, script) } };
}

/** Opens the page and waits until it has opened its socket so often. */
async function untilOpened(lab: LabEnvironment, domain: string, times: number) {
  const page = await lab.newTab();
  const opened = () => lab.world.asked(`www.${domain}`, "/socket");
  const before = opened();
  await lab.go(page, `https://www.${domain}/`);
  await waitUntil(async () => opened() >= before + times, 40_000);
  return page;
}

const LOADS = 4;

/** Parts of a page that fail while the page itself opens. */
export const PARTS_OF_PAGES: LabCase[] = [
  {
    name: "socket-refused",
    title: "a page whose WebSocket is refused again and again is in trouble",
    faultClass: "part",
    launch: "plain",
    hosts: [chat("socket-refused.example", "127.67.1.1")],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.socket-refused.example", 503, "api");
      return await untilOpened(lab, "socket-refused.example", 4);
    },
    accept: { full: [site(["http", "unreachable"], "socket-refused.example"), UNCLEAR], basic: CLEAR },
    quick: true,
  },
  {
    name: "socket-falls",
    title: "a page whose WebSocket opens and falls again and again is in trouble",
    faultClass: "part",
    launch: "plain",
    hosts: [chat("socket-falls.example", "127.67.2.1")],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.socket-falls.example", "empty", "api");
      return await untilOpened(lab, "socket-falls.example", 5);
    },
    accept: { full: [site(["http", "unreachable"], "socket-falls.example"), UNCLEAR], basic: CLEAR },
  },
  {
    name: "socket-closed-once",
    title: "a WebSocket that falls once and then stays open is no trouble",
    faultClass: "part",
    launch: "plain",
    hosts: [chat("socket-closed-once.example", "127.67.3.1")],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("www.socket-closed-once.example", "empty", "api");
      const page = await untilOpened(lab, "socket-closed-once.example", 1);
      const before = lab.world.asked("www.socket-closed-once.example", "/socket");
      await lab.world.set("www.socket-closed-once.example", "fine", "api");
      await waitUntil(async () => lab.world.asked("www.socket-closed-once.example", "/socket") > before);
      return page;
    },
    accept: { full: CLEAR, basic: CLEAR },
  },
  {
    name: "one-call-always-fails",
    title: "one call that fails on every page while the pages open and the others answer is no trouble",
    faultClass: "part",
    launch: "plain",
    hosts: [
      {
        host: "www.corner.example",
        address: "127.67.4.1",
        title: "Corner",
        files: {
          "/": pageWith(
            "Corner",
            `for (const part of ["api", "pictures", "consent"]) fetch("https://" + part + ".corner.example/api/state").catch(() => null);`,
          ),
        },
      },
      { host: "api.corner.example", address: "127.67.4.2", title: "Corner" },
      { host: "pictures.corner.example", address: "127.67.4.3", title: "Corner" },
      { host: "consent.corner.example", address: "127.67.4.4", title: "Corner" },
    ],
    async play(lab) {
      await lab.browseWell();
      await lab.world.set("consent.corner.example", 500);
      const page = await lab.newTab();
      const before = lab.world.asked("consent.corner.example");
      for (let load = 1; load <= LOADS; load++) {
        await lab.go(page, "https://www.corner.example/");
        await waitUntil(async () => lab.world.asked("consent.corner.example") >= before + load);
        await lab.pause();
      }
      return page;
    },
    accept: { full: CLEAR, basic: CLEAR },
    quick: true,
  },
];
