import { setTimeout as wait } from "node:timers/promises";
import type { Page } from "puppeteer-core";

/** Between two questions: short beside any silence that a person could feel. */
const PAUSE = 25;

/** A command that the background answers from what it has kept; its database is asked too. */
const ASK = `(async () => {
  const before = performance.now();
  const reply = await chrome.runtime.sendMessage({ command: "reportingState" });
  if (reply?.output === undefined) throw new Error("the background gave no answer: " + JSON.stringify(reply));
  return performance.now() - before;
})()`;

/**
 * Asks the background again and again until something is over.
 * @param desk a page of the extension
 * @returns how long each answer took, in milliseconds, in the order in which they came
 */
export async function askUntil(desk: Page, over: Promise<unknown>): Promise<number[]> {
  const answers: number[] = [];
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  over.then(end, end);
  while (!isOver) {
    answers.push((await desk.evaluate(ASK)) as number);
    await wait(PAUSE);
  }
  return answers;
}
