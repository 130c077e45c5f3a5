import type { Sample } from "../../tests/instruments/endurance/soak.ts";

const BARS = "▁▂▃▄▅▆▇█";
const WIDTH = 60;

/** What was held over time, a curve a line. */
export function curves(samples: readonly Sample[]): string[] {
  const valuesOf = (key: keyof Sample) => samples.map((sample) => sample[key]);
  return [
    curve("server", "MB", valuesOf("server")),
    curve("browser", "MB", valuesOf("browser")),
    curve("session storage", "kB", valuesOf("session")),
    curve("history", "rows", valuesOf("history")),
  ];
}

/** A curve in one line of text, with its first, highest and last value. */
function curve(name: string, unit: string, values: number[]): string {
  const most = Math.max(...values);
  const step = Math.max(1, values.length / WIDTH);
  const bars = Array.from({ length: Math.min(WIDTH, values.length) }, (_, index) => {
    const value = values[Math.floor(index * step)] ?? 0;
    return BARS[Math.min(BARS.length - 1, Math.floor((value / most) * BARS.length))] ?? BARS[0];
  });
  const figures = [values[0] ?? 0, most, values.at(-1) ?? 0].map((value) => value.toFixed(0)).join(" / ");
  return `${name.padEnd(16)} ${bars.join("")}  first / most / last: ${figures} ${unit}`;
}
