import { withoutEndSlashes } from "../net/end-slashes.ts";
import { readRootText, rootText } from "./root-text.ts";

/** What is wrong with a feed that a person entered. The form has a message for each. */
export type FeedFormProblem = "no-address" | "not-an-address" | "not-encrypted" | "not-a-key";

export type FeedFormReading = { ok: true; mirrors: string[]; rootKey: string } | { ok: false; problem: FeedFormProblem; about: string };

/** Hosts of this machine and of private networks, for which http is allowed: the feed is signed in any case. */
const PRIVATE_HOST =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+|\[::1\]|\[f[cd][0-9a-f:]+\])$/;

/**
 * Reads the addresses (one per line) and the root of a feed, see `readRootText`.
 * @returns the mirrors without trailing slashes and the root as `rootText` writes it, or the first problem and the text that has it
 */
export function readFeedForm(addresses: string, key: string): FeedFormReading {
  const lines = addresses
    .split(/[\s,]+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length === 0) return { ok: false, problem: "no-address", about: "" };
  const mirrors: string[] = [];
  for (const line of lines) {
    const address = /^(https?):\/\/(\[[0-9a-fA-F:]+\]|[^/?#@\s:]+)(?::\d{1,5})?(?:\/[^?#\s]*)?$/.exec(line);
    if (address === null) return { ok: false, problem: "not-an-address", about: line };
    const [, scheme, host = ""] = address;
    if (scheme === "http" && !PRIVATE_HOST.test(host.toLowerCase())) return { ok: false, problem: "not-encrypted", about: line };
    mirrors.push(withoutEndSlashes(line));
  }
  const root = readRootText(key);
  if (root === null) return { ok: false, problem: "not-a-key", about: key.trim() };
  return { ok: true, mirrors: [...new Set(mirrors)], rootKey: rootText(root) };
}
