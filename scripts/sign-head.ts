// Signs the head that `npm run feed -- --once --unsigned` left in a folder. It needs Node 24 and nothing that has to be installed, so
// that the machine with the key runs no foreign code.
import { join } from "node:path";
import { signWith } from "../server/keys/key-pair.ts";
import { writeHead } from "../server/publish/head.ts";
import { writeFileWhole } from "../server/store/write-file.ts";
import { keyIdOf } from "../utils/core/feed/public-key.ts";
import { joinDocument, signedBytes } from "../utils/core/feed/signed-document.ts";
import { messageOf } from "../utils/core/message-of.ts";
import { type FeedKey, readFeedKey } from "./sign-head/feed-key.ts";
import { lastSequence, readHeadDraft, removeHeadDraft } from "./sign-head/head-draft.ts";

/** @param reports the one address that takes reports; null where none are taken */
function sign(folder: string, key: FeedKey, reports: string | null, now: number): string {
  const body = readHeadDraft(folder, reports);
  const clock = Math.floor(now / 1000);
  const last = lastSequence(folder);
  // Strictly increasing, also within one second and when the clock was set back a little. A number more than an hour ahead came from a
  // clock that ran ahead, or from a machine that reads sources and was taken over; clients refuse it, and numbers go on from the clock.
  const sequence = last >= clock && last < clock + 3600 ? last + 1 : clock;
  const json = writeHead({ body, reports, keys: [key] }, sequence, now);
  const head = joinDocument("head", [{ keyId: keyIdOf(key.key), signature: signWith(key, signedBytes("head", json)) }], json);
  writeFileWhole(join(folder, "v2", "head"), head);
  removeHeadDraft(folder);
  const hours = Math.floor((Date.parse(key.notAfter) - now) / 3_600_000);
  return `signed ${join(folder, "v2", "head")}: sequence ${sequence}; the key ends on ${key.notAfter}, in ${hours} hours`;
}

try {
  const [folder, ...more] = process.argv.slice(2);
  if (folder === undefined || folder.startsWith("-") || more.length > 0)
    throw new Error("usage: FEED_SIGNING_KEY=… [REPORTS=URL] node scripts/sign-head.ts DIR");
  const now = Date.now();
  console.log(sign(folder, readFeedKey(process.env.FEED_SIGNING_KEY, now), process.env.REPORTS?.trim() || null, now));
} catch (problem) {
  console.error(messageOf(problem));
  process.exitCode = 2;
}
