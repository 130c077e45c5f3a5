const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 62;
const RIGHT = 150;
const TOP = 44;
const BOTTOM = 56;
/** Minutes at the top of the picture; what takes longer, or is never noticed, is drawn there. */
const MAX_MINUTES = 120;
const MARKS = [0, 15, 30, 45, 60, 90, 120];

export type DelayLine = { minutes: (number | null)[] };

/**
 * Draws how long a crowd takes to notice, against its size, as an SVG that fits light and dark pages.
 * @param sizes opted-in installs, ascending
 * @param lines one an outage, minutes for each size, null where it was not noticed
 * @param official the median minutes until the first official statement
 */
export function delayChart(sizes: number[], lines: DelayLine[], official: number): string {
  const first = Math.log10(sizes[0] ?? 1);
  const last = Math.log10(sizes.at(-1) ?? 10);
  const x = (size: number) => LEFT + ((Math.log10(size) - first) / (last - first)) * (WIDTH - LEFT - RIGHT);
  const y = (minutes: number | null) => TOP + (1 - Math.min(MAX_MINUTES, minutes ?? MAX_MINUTES) / MAX_MINUTES) * (HEIGHT - TOP - BOTTOM);
  const points = (minutes: (number | null)[]) =>
    minutes.map((value, index) => `${x(sizes[index] ?? 1).toFixed(1)},${y(value).toFixed(1)}`).join(" ");
  const median = sizes.map((_, index) => middle(lines.map(({ minutes }) => minutes[index] ?? Number.POSITIVE_INFINITY)));
  const right = WIDTH - RIGHT;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title description" font-family="system-ui, sans-serif" font-size="13">
<title id="title">Minutes until a crowd notices an outage, by the size of the crowd</title>
<desc id="description">${describe(sizes, median, official)}</desc>
<style>
  .ink { fill: #1f2933 } .rule { stroke: #d5dbe1 } .one { fill: none; stroke: #8aa4bd; stroke-opacity: .55 }
  .all { fill: none; stroke: #0b6bcb; stroke-width: 3 } .dot { fill: #0b6bcb } .said { stroke: #b4540a; stroke-width: 2; stroke-dasharray: 6 4 } .word { fill: #b4540a }
  @media (prefers-color-scheme: dark) {
    .ink { fill: #e4e9ee } .rule { stroke: #3a444e } .one { stroke: #7d96ae } .all { stroke: #62aef7 } .dot { fill: #62aef7 } .said { stroke: #f0a35e } .word { fill: #f0a35e }
  }
</style>
<text class="ink" x="${LEFT}" y="22" font-size="15" font-weight="600">Minutes from impact to "possible", simulated</text>
${MARKS.map((mark) => `<line class="rule" x1="${LEFT}" x2="${right}" y1="${y(mark)}" y2="${y(mark)}"/><text class="ink" x="${LEFT - 8}" y="${y(mark) + 4}" text-anchor="end">${mark === MAX_MINUTES ? `${mark}+` : mark}</text>`).join("\n")}
${sizes.map((size) => `<text class="ink" x="${x(size)}" y="${HEIGHT - BOTTOM + 22}" text-anchor="middle">${size.toLocaleString("en")}</text>`).join("\n")}
<text class="ink" x="${(LEFT + right) / 2}" y="${HEIGHT - 10}" text-anchor="middle">installs that opted in</text>
${lines.map(({ minutes }) => `<polyline class="one" points="${points(minutes)}"/>`).join("\n")}
<line class="said" x1="${LEFT}" x2="${right}" y1="${y(official)}" y2="${y(official)}"/>
<text class="word" x="${right + 10}" y="${y(official) + 4}">first official post</text>
<polyline class="all" points="${points(median)}"/>
${median.map((value, index) => `<circle class="dot" cx="${x(sizes[index] ?? 1).toFixed(1)}" cy="${y(value).toFixed(1)}" r="4"/>`).join("\n")}
<text class="dot" x="${right + 10}" y="${y(median.at(-1) ?? null) + 4}">median outage</text>
</svg>
`;
}

function describe(sizes: number[], median: number[], official: number): string {
  const parts = sizes.map(
    (size, index) =>
      `${size.toLocaleString("en")} installs: ${Number.isFinite(median[index]) ? `${median[index]} minutes` : "not noticed"}`,
  );
  return `Median over the outages. ${parts.join("; ")}. The first official post takes ${official} minutes.`;
}

/** The middle value; of an even number the mean of the two in the middle. */
export function middle(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length / 2;
  const upper = sorted[Math.floor(half)] ?? Number.NaN;
  if (sorted.length % 2 === 1 || sorted.length === 0) return upper;
  return ((sorted[half - 1] ?? upper) + upper) / 2;
}
