import { onTestFinished } from "vitest";
import { openSmallInternet, type SmallInternet } from "../../instruments/loopback/small-internet.ts";

export type { Behaviour, SmallInternet } from "../../instruments/loopback/small-internet.ts";

/**
 * A small internet for one test, with a certificate for example.com and what is below it.
 * @param atEnd `afterAll` where several tests share it
 */
export function smallInternet(atEnd: (clean: () => void) => void = onTestFinished): Promise<SmallInternet> {
  return openSmallInternet(["*.example.com", "example.com"], atEnd);
}
