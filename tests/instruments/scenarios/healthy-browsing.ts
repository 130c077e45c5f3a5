import { CLEAR } from "./answers.ts";
import type { Scene } from "./scene.ts";

export const EVERYTHING_IS_FINE = [CLEAR];

/** Nothing is broken: some pages, then the questions. */
export function browseAndAsk(scene: Scene, pages: number): void {
  scene.visitOthers(pages);
  const last = scene.someSite();
  scene.open(last);
  scene.askFinally([{ tab: 1 }, { site: last }, "toolbar"], "clear", EVERYTHING_IS_FINE);
}
