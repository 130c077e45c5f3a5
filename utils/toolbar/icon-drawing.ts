import type { Scope } from "../core/diagnosis/verdict.ts";

/** One shape of an icon, on a square of `ICON_UNITS`: an SVG path that is filled, or drawn with a round pen of some width. */
export type Shape = { path: string; colour: string; pen: number | null };

/** What a station looks like, as shapes around its middle. */
type Mark = "well" | "fine" | "hollow" | "broken" | "asked";

/** Width and height of the square. */
export const ICON_UNITS = 128;

const WHITE = "#fff";
const TILE = "M33 3h62a30 30 0 0 1 30 30v62a30 30 0 0 1-30 30h-62a30 30 0 0 1-30-30v-62a30 30 0 0 1 30-30z";

const circle = (radius: number) => `m${-radius} 0a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0z`;
const filled = (path: string, colour = WHITE): Shape => ({ path, colour, pen: null });
const drawn = (path: string, pen: number): Shape => ({ path, colour: WHITE, pen });

/** Proven stations are filled, unknown ones hollow, the failing one is larger and broken open. */
const MARKS: { [mark in Mark]: Shape[] } = {
  well: [filled(circle(10))],
  fine: [filled(circle(7.5))],
  hollow: [drawn(circle(5.5), 4)],
  broken: [drawn("m1.6-16.6a15.5 15.5 0 0 0-14 26.7m24.8-20.2a15.5 15.5 0 0 1-14 26.7", 7.5)],
  asked: [drawn(circle(16), 5.5), drawn("m-4.4-3.6a4.6 4.6 0 1 1 6.6 4.1c-1.6.8-2.2 1.7-2.2 3m0 5.1v.1", 4.5)],
};

/**
 * The path for each scope: you, your network, the site, its cloud. Marks by their distance from the left edge; `line` is the length of the
 * line from the first of them. The colours are middle tones: the white path has a contrast of 4.5:1 or more on each, and each is visible on
 * light and dark toolbars. The troubled paths stand high: the badge covers the lower half.
 */
const PATHS: { [scope in Scope]: { tile: string; height: number; line: number; pen: number; marks: { [left: number]: Mark } } } = {
  clear: { tile: "#15803d", height: 64, line: 84, pen: 7, marks: { 22: "well", 50: "well", 78: "well", 106: "well" } },
  local: { tile: "#7c3aed", height: 50, line: 0, pen: 0, marks: { 33: "broken", 67: "hollow", 88: "hollow", 109: "hollow" } },
  network: { tile: "#0e7490", height: 50, line: 16, pen: 5, marks: { 19: "fine", 53: "broken", 87: "hollow", 109: "hollow" } },
  site: { tile: "#bf5209", height: 50, line: 38, pen: 5, marks: { 19: "fine", 41: "fine", 75: "broken", 109: "hollow" } },
  provider: { tile: "#c62828", height: 50, line: 21, pen: 5, marks: { 19: "fine", 40: "fine", 61: "hollow", 95: "broken" } },
  unclear: { tile: "#5f6368", height: 50, line: 38, pen: 5, marks: { 19: "fine", 41: "fine", 75: "asked", 109: "hollow" } },
};

/** The icon of a scope as shapes, the lowest first. */
export function iconShapes(scope: Scope): Shape[] {
  const { tile, height, line, pen, marks } = PATHS[scope];
  const stations = Object.entries(marks);
  return [
    filled(TILE, tile),
    ...(line === 0 ? [] : [drawn(`M${stations[0]?.[0]} ${height}h${line}`, pen)]),
    ...stations.flatMap(([left, mark]) => MARKS[mark].map((shape) => ({ ...shape, path: `M${left} ${height}${shape.path}` }))),
  ];
}
