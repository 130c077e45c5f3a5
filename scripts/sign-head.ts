// Signs the head that `npm run feed -- --once --unsigned` left in a folder. It needs Node 24 and nothing that has to be installed, so
// that the machine with the key runs no foreign code.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { signWith } from "../server/keys/key-pair.ts";
import { writeHead } from "../server/publish/head.ts";
import { HEAD_DRAFT } from "../server/publish/unsigned.ts";
import { writeFileWhole } from "../server/store/write-file.ts";
import type { Head } from "../utils/core/feed/head.ts";
import { keyIdOf } from "../utils/core/feed/public-key.ts";
import { joinDocument, signedBytes } from "../utils/core/feed/signed-document.ts";

type FeedKey = { key: string; secret: string; notAfter: string; signature: string };

function sign(folder: string, key: FeedKey, now: number): string {
  const draft = join(folder, "v2", HEAD_DRAFT);
  const { body, reports = null } = JSON.parse(readFileSync(draft, "utf8")) as Pick<Head, "body"> & { reports?: string };
  const sequence = Math.floor(now / 1000);
  const json = writeHead({ body, reports, keys: [key] }, sequence, now);
  const head = joinDocument("head", [{ keyId: keyIdOf(key.key), signature: signWith(key, signedBytes("head", json)) }], json);
  writeFileWhole(join(folder, "v2", "head"), head);
  rmSync(draft);
  return `signed ${join(folder, "v2", "head")}: sequence ${sequence}; its key ends on ${key.notAfter}`;
}

function readKey(text: string | undefined, now: number): FeedKey {
  let key: Partial<FeedKey>;
  try {
    key = JSON.parse(text ?? "") as Partial<FeedKey>;
  } catch {
    throw new Error("FEED_SIGNING_KEY: must be the content of a feed key file (npm run keys -- grant makes one)");
  }
  const { key: publicKey, secret, notAfter, signature } = key;
  if (publicKey === undefined || secret === undefined || notAfter === undefined || signature === undefined)
    throw new Error("FEED_SIGNING_KEY: must be a feed key, not a root key (npm run keys -- grant makes one)");
  if (!(Date.parse(notAfter) > now))
    throw new Error(`FEED_SIGNING_KEY: this key ended on ${notAfter}; npm run keys -- grant makes the next one`);
  return { key: publicKey, secret, notAfter, signature };
}

const [folder] = process.argv.slice(2);
try {
  if (folder === undefined) throw new Error("usage: FEED_SIGNING_KEY=… node scripts/sign-head.ts DIR");
  console.log(sign(folder, readKey(process.env.FEED_SIGNING_KEY, Date.now()), Date.now()));
} catch (problem) {
  console.error(problem instanceof Error ? problem.message : problem);
  process.exitCode = 2;
}
