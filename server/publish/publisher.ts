import { createHash } from "node:crypto";
import { readBody } from "../../utils/core/feed/feed.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import type { Signer } from "../keys/signer.ts";
import type { PublicationStore } from "../store/publication-store.ts";
import { type Contents, figuresOf, neatContents, newsOf, writeBody } from "./body.ts";
import { bodyName, writeHead } from "./head.ts";
import { type Publication, readPublication, writePublication } from "./publication.ts";

/** The numbers of the crowd bring out a new body at most this often: clients look every five minutes. Judged. */
const FIGURES_EVERY = 5 * MINUTE;

export type PublisherOptions = {
  publication: PublicationStore;
  signer: Signer;
  /** Names this process in the lease. */
  holder: string;
  /** The one address that takes reports; null where none are taken. */
  reports: string | null;
  /** What to publish now. */
  contents(): Promise<Contents>;
  now(): number;
};

export type Publisher = {
  /** Publishes now. Null if another process has become the leader. */
  publish(): Promise<Publication | null>;
};

/** A body that was published, and what it says. */
type Published = { contents: Contents; sha256: string; bytes: Uint8Array<ArrayBuffer> };

/**
 * Publishes one feed at a time: takes the next number, writes a new body where there is news, writes and signs the head, stores both.
 */
export function createPublisher({ publication, signer, holder, reports, contents, now }: PublisherOptions): Publisher {
  let last: Promise<unknown> = Promise.resolve();
  /** The body that was published last, also by an earlier run or another process; undefined until it was looked up. */
  let latest: Published | null | undefined;

  async function publishOnce(): Promise<Publication | null> {
    const content = neatContents(await contents());
    const time = now();
    await signer.renew(time);
    latest ??= await lookUp();
    const body = bodyFor(content, latest, time);
    // Numbers follow the clock, so that they still rise after the store was lost: clients refuse lower ones.
    const sequence = await publication.nextSequence(holder, Math.floor(time / SECOND));
    if (sequence === null) return null;
    const { sha256, bytes } = body;
    const named = { url: `v2/${bodyName(sha256)}`, sha256, bytes: bytes.length };
    const head = signer.sealHead(writeHead({ body: named, reports, keys: signer.grants() }, sequence, time));
    const published = { sequence, head, body: { sha256, bytes } };
    await publication.savePublished(sequence, writePublication(published));
    latest = body;
    return published;
  }

  async function lookUp(): Promise<Published | null> {
    const stored = await publication.publishedBesides(-1);
    const body = stored === null ? null : (readPublication(stored)?.body ?? null);
    const reading = body === null ? null : readBody(JSON.parse(new TextDecoder().decode(body.bytes)));
    return body === null || reading?.ok !== true ? null : { ...body, contents: reading.body };
  }

  return {
    publish() {
      const run = last.catch(() => {}).then(publishOnce);
      last = run;
      return run;
    },
  };
}

/** The last body where there is no news, so that clients need not download it again; else a new one. */
function bodyFor(contents: Contents, last: Published | null, now: number): Published {
  if (last !== null && newsOf(contents) === newsOf(last.contents)) {
    const age = now - Date.parse(last.contents.sources.read ?? "");
    // A negative age: a clock was set back.
    if (figuresOf(contents) === figuresOf(last.contents) || (age >= 0 && age < FIGURES_EVERY)) return last;
  }
  const bytes = writeBody(contents, last?.sha256 ?? null);
  return { contents, sha256: createHash("sha256").update(bytes).digest("base64url"), bytes };
}
