/** Marks a text on a terminal, or leaves it as it is. */
export type Paint = { [style in "bold" | "dim" | "red" | "green" | "yellow"]: (text: string) => string };

const CODES = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;

/** Colours only where a terminal shows them, and not where somebody asked for none (no-color.org). */
export function paintFor(stream: { isTTY?: boolean }, { NO_COLOR = "", TERM = "" }: NodeJS.ProcessEnv): Paint {
  const isColoured = stream.isTTY === true && NO_COLOR === "" && TERM !== "dumb";
  const style =
    ([on, off]: readonly [number, number]) =>
    (text: string) =>
      isColoured ? `\u001b[${on}m${text}\u001b[${off}m` : text;
  return {
    bold: style(CODES.bold),
    dim: style(CODES.dim),
    red: style(CODES.red),
    green: style(CODES.green),
    yellow: style(CODES.yellow),
  };
}
