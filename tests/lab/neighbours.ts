import type { LabHost } from "./lab-host.ts";

/** Sites that work while others fail: the control that every blame needs. Four owners, nobody's cloud. */
export const NEIGHBOURS: LabHost[] = [
  { host: "www.morning-news.example", address: "127.51.0.1", title: "Morning News" },
  { host: "www.garden-tools.example", address: "127.52.0.1", title: "Garden Tools" },
  { host: "www.alpine-weather.example", address: "127.53.0.1", title: "Alpine Weather" },
  { host: "www.corner-bakery.example", address: "127.54.0.1", title: "Corner Bakery" },
];

export const NEWS = "https://www.morning-news.example/";
export const TOOLS = "https://www.garden-tools.example/";
export const WEATHER = "https://www.alpine-weather.example/";
export const BAKERY = "https://www.corner-bakery.example/";

/** Loopback ranges that stand for a provider's own; an address outside them is somebody's own server. */
export const RANGES = [
  { cidr: "127.10.0.0/16", provider: "aws", region: "us-east-1" },
  { cidr: "127.30.0.0/16", provider: "cloudflare" },
  { cidr: "127.20.0.0/16", provider: "aws", region: "us-west-2" },
];
