import type { Feed } from "../core/feed/feed.ts";
import { type Body, openBody, readBody } from "../core/feed/feed.ts";
import { BODY_SIZE_LIMIT, type Head } from "../core/feed/head.ts";
import { bodyPath } from "../core/feed/paths.ts";
import { parseJson } from "../core/parse-json.ts";
import { sha256Of } from "../net/sha256.ts";
import { download, type Failure } from "./ask-mirror.ts";

/**
 * Downloads the body that a head names, from one mirror after the other: a static mirror may have the head of a copy before its body.
 * Of an answer no more is read than the head says.
 */
export async function askForBody(mirrors: readonly string[], head: Head): Promise<{ result: "here"; feed: Feed } | Failure> {
  let failure: Failure = { result: "unreachable", reason: "no mirror has its body" };
  for (const mirror of mirrors) {
    const answer = await download(mirror, bodyPath(head.body.sha256), head.body.bytes);
    const opening = answer.result === "here" ? openBody(answer.bytes, await sha256Of(answer.bytes), head) : null;
    if (opening?.ok === true) return { result: "here", feed: opening.feed };
    if (opening !== null) failure = { result: "refused", reason: opening.reason };
    else if (answer.result === "refused") failure = { result: "refused", reason: "its body is larger than the head says" };
  }
  return failure;
}

/** Downloads a body by its hash alone; null where no mirror has it. */
export async function bodyByHash(mirrors: readonly string[], sha256: string): Promise<Body | null> {
  for (const mirror of mirrors) {
    const answer = await download(mirror, bodyPath(sha256), BODY_SIZE_LIMIT);
    if (answer.result !== "here" || (await sha256Of(answer.bytes)) !== sha256) continue;
    const reading = readBody(parseJson(new TextDecoder().decode(answer.bytes)));
    if (reading.ok) return reading.body;
  }
  return null;
}
