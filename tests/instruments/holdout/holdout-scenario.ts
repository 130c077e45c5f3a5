import type { Answer } from "../scenarios/expectation.ts";
import { Random } from "../scenarios/random.ts";
import type { Plotline } from "../scenarios/story.ts";
import { isCoincidence, NO_PROVIDER, type ToldStory } from "../scenarios/tell.ts";
import type { Mode } from "../scenarios/trace-event.ts";
import { Notebook } from "./session-writer.ts";
import type { Site } from "./sites.ts";

/** One way in which a day goes wrong, or does not. */
export type Sketch = Plotline & { draw: (book: Notebook) => void };

export const CLEAR: Answer = { scope: "clear" };
export const UNCLEAR: Answer = { scope: "unclear" };
export const local = (...causes: string[]): Answer => ({ scope: "local", cause: causes });
export const site = ({ domain }: Site, ...causes: string[]): Answer => ({
  scope: "site",
  subject: domain,
  ...(causes.length === 0 ? {} : { cause: causes }),
});
export const provider = (subject: string, ...causes: string[]): Answer => ({
  scope: "provider",
  subject,
  ...(causes.length === 0 ? {} : { cause: causes }),
});

/** Writes a sketch down with a seed. The same arguments give the same trace. */
export function drawSketch(sketch: Sketch, seed: string, mode: Mode): ToldStory {
  const random = new Random(`sketch/${sketch.name}/${mode}/${seed}`);
  const browser = random.pick(["chromium", "firefox"] as const);
  const name = `${sketch.name}-${browser}-${mode}-${seed}`;
  const book = new Notebook(name, random, browser, mode);
  sketch.draw(book);
  if (sketch.truth !== "provider" && !isCoincidence(sketch, mode)) {
    for (let guard = 0; guard < 4; guard++)
      book.recording.ask(random.between(0, book.now), {}, { stage: "guard", truth: sketch.truth, accept: NO_PROVIDER });
  }
  return { name, story: sketch, mode, ...book.finish() };
}
