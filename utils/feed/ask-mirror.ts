import type { OpenedHead } from "../core/feed/head.ts";
import { openHead } from "../core/feed/head.ts";
import { HEAD_PATH } from "../core/feed/paths.ts";
import type { Root } from "../core/feed/root-text.ts";
import { documentLimit } from "../core/feed/signed-document.ts";
import type { Network } from "../core/net/your-network.ts";
import { readYourNetwork, YOUR_NETWORK } from "../core/net/your-network.ts";
import { fetchWithoutTrace } from "../net/fetch-without-trace.ts";
import { readCapped } from "../net/read-capped.ts";
import { verifySignature } from "./verify-signature.ts";

/** Why a mirror gave nothing of use: it does not answer with the file, or what it answers is refused. `reason` is a short English phrase. */
export type Failure = { result: "unreachable" | "refused"; reason: string };

/**
 * What the headers of an answer say. `skew`: how far this device's clock is ahead of the mirror's, milliseconds; undefined where the answer
 * has no date. `network`: the network from which this browser asked; undefined where the mirror does not tell it.
 */
type Told = { skew: number | undefined; network: Network | undefined };
type Download = ({ result: "here"; bytes: Uint8Array<ArrayBuffer> } & Told) | Failure;

/**
 * Downloads a file of a feed from one mirror. Nothing that a mirror sent before goes back to it: no ETag, no date, no cookie.
 * @param limit bytes; of a larger file no more than this is read
 */
export async function download(mirror: string, path: string, limit: number): Promise<Download> {
  try {
    const reply = await fetchWithoutTrace("feed", `${mirror}${path}`);
    if (reply.status !== 200) return { result: "unreachable", reason: `HTTP ${reply.status}` };
    const date = Date.parse(reply.headers.get("date") ?? "");
    const skew = Number.isNaN(date) ? undefined : Date.now() - date;
    const bytes = await readCapped(reply, limit);
    if (bytes === null) return { result: "refused", reason: `${path} is larger than ${limit} bytes` };
    return { result: "here", bytes, skew, network: readYourNetwork(reply.headers.get(YOUR_NETWORK)) };
  } catch (problem) {
    return { result: "unreachable", reason: problem instanceof Error ? problem.name : "network" };
  }
}

/** `unknownRoot`: another root than the known one may have granted the head's key. */
export type HeadAnswer = ({ result: "opened" } & Told & OpenedHead) | (Failure & { unknownRoot?: true });

/** Asks one mirror for the head of a feed, and verifies it. Whether it may be used now is decided by `acceptHead`. */
export async function askForHead(mirror: string, root: Root): Promise<HeadAnswer> {
  const answer = await download(mirror, HEAD_PATH, documentLimit("head"));
  if (answer.result !== "here") return answer;
  const opening = await openHead(answer.bytes, root, Date.now(), verifySignature);
  const { skew, network } = answer;
  if (opening.ok) return { result: "opened", head: opening.head, keyId: opening.keyId, skew, network };
  const { reason, unknownRoot } = opening;
  return { result: "refused", reason, ...(unknownRoot === undefined ? {} : { unknownRoot }) };
}
