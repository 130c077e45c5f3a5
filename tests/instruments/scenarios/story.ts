import type { Scene } from "./scene.ts";

/** What a judge needs to know of a story, whoever tells it. */
export type Plotline = {
  name: string;
  /** What is really broken. */
  truth: "clear" | "local" | "network" | "site" | "provider";
  /** Nobody inside one browser could tell this from something else: counted apart. `basic`: only with that access. */
  coincidence?: true | "basic";
};

/** One way in which things go right or wrong, told on a scene: it makes events and says what the asks should be answered. */
export type Story = Plotline & { tell: (scene: Scene) => void };
