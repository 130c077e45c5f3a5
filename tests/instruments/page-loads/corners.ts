import type { Breakage } from "../scenarios/browser-errors.ts";
import type { Random } from "../scenarios/random.ts";

/** How one request of a corner ends. */
export type Outcome = { status: number } | { breakage: Breakage };

/** A part of a site that fails on every load, or on some, while its pages open and the rest of it answers. */
export type Corner = {
  name: string;
  /** The label of its host; null for the host of the page. */
  label: string | null;
  type: "xmlhttprequest" | "sub_frame" | "websocket";
  /** What it is answered with, one request after the other. */
  outcomes: readonly Outcome[];
  /** The share of loads in which it fails. In the others it answers. */
  chance: number;
  /** Milliseconds after the answer of the page; each further request as much later as the one before. */
  after: number;
  every: number;
};

const status = (...statuses: number[]): Outcome[] => statuses.map((one) => ({ status: one }));
const call = { type: "xmlhttprequest", label: null, chance: 1, after: 1700, every: 900 } as const;

/** A visitor who is not logged in has no token to refresh; the program answers 500. Seen on four sites of one platform. */
export const SHOP_TOKEN: Corner = { ...call, name: "token", outcomes: status(500) };

/** The first four were seen in recordings; the others are judged, by what people report and what monitoring of pages shows. */
const CORNERS: readonly { weight: number; corner: Corner }[] = [
  { weight: 4, corner: SHOP_TOKEN },
  { weight: 2, corner: { ...call, name: "login-service", label: "login", outcomes: status(401, 500), every: 800 } },
  {
    weight: 2,
    corner: { ...call, name: "frame", type: "sub_frame", label: "account", outcomes: [{ breakage: "empty" }], after: 7000 },
  },
  { weight: 2, corner: { ...call, name: "one-call-of-many", outcomes: status(503), chance: 0.25 } },
  { weight: 1, corner: { ...call, name: "pixel", label: "pixelcounter", outcomes: [{ breakage: "tls" }] } },
  { weight: 2, corner: { ...call, name: "telemetry", label: "telemetry", outcomes: status(503, 503, 502), every: 5000 } },
  { weight: 2, corner: { ...call, name: "feature-flags", label: "flags", outcomes: status(504), after: 900 } },
  { weight: 1, corner: { ...call, name: "graphql", label: "graphql", outcomes: status(200, 200, 500, 200), chance: 0.5, every: 400 } },
  { weight: 1, corner: { ...call, name: "long-poll", outcomes: status(504, 504), after: 30_000, every: 30_000 } },
  { weight: 1, corner: { ...call, name: "image-resizer", label: "img", outcomes: status(502, 502), every: 150 } },
  { weight: 1, corner: { ...call, name: "auction", label: "bids", outcomes: status(500, 503), chance: 0.6, every: 300 } },
  {
    weight: 1,
    corner: { ...call, name: "socket", type: "websocket", label: "live", outcomes: Array(3).fill({ breakage: "reset" }), every: 4000 },
  },
];

export function drawCorner(random: Random): Corner {
  const weights = Object.fromEntries(CORNERS.map(({ weight }, index) => [index, weight]));
  const drawn = CORNERS[Number(random.weighted(weights))];
  return drawn?.corner ?? SHOP_TOKEN;
}
