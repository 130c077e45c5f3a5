import * as v from "valibot";
import { type NameReading, readPublicName } from "../net/public-name.ts";

/** Bytes. A name of more than some 240 characters does not fit, and has not been met. */
export const QUESTION_SIZE_LIMIT = 256;

const question = v.strictObject({ host: v.string() });
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Reads what is asked: JSON with the name of a host and nothing else. A reason holds no word of what was sent. */
export function readQuestion(body: Uint8Array): NameReading {
  const malformed: NameReading = { ok: false, reason: 'not {"host": "example.com"} as JSON' };
  try {
    const reading = v.safeParse(question, JSON.parse(decoder.decode(body)));
    return reading.success ? readPublicName(reading.output.host) : malformed;
  } catch {
    return malformed;
  }
}
