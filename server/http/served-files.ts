import { MINUTE, SECOND } from "../../utils/core/time.ts";
import type { RootDocument } from "../keys/root-chain.ts";
import type { Attachment, Attachments } from "../publish/attachments.ts";
import { writeHistory } from "../publish/day-history.ts";
import { bodyName } from "../publish/head.ts";
import { type Publication, readPublication } from "../publish/publication.ts";
import type { Store } from "../store/store.ts";
import { type DocumentHeaders, type EncodedDocument, encodeDocument } from "./encoded-document.ts";

/** The name of a file contains its hash, so its content never changes. */
const IMMUTABLE = "public, max-age=31536000, immutable";
const HEAD: DocumentHeaders = { type: "text/plain; charset=utf-8", cacheControl: "public, max-age=30" };
const BODY: DocumentHeaders = { type: "application/json", cacheControl: IMMUTABLE };
const ROOT: DocumentHeaders = { type: "text/plain; charset=utf-8", cacheControl: "public, max-age=300" };
const HISTORY: DocumentHeaders = { type: "application/json", cacheControl: "public, max-age=60" };
/** Days that were requested last stay in memory. */
const DAYS_CACHED = 16;
/** Earlier bodies stay in memory: a client may have read the head before, and asks for the bodies before when two heads differ. */
const BODIES_KEPT = 32;
/** A feed with a number this much lower than the one served comes from a clock that was corrected, see `nextSequence`. */
const CORRECTED = 3600;
/** However often a body is asked for that is not here, the store is asked for a newer feed this often at most. */
const FOLLOW_SPACING = SECOND;

type Named = { attachments(): Attachments; roots(): readonly RootDocument[] };

/** What this process serves, compressed and in memory: the newest feed, the files that it names, days of history. */
export function createServedFiles(store: Store, { attachments, roots }: Named, now: () => number) {
  let head: { sequence: number; document: EncodedDocument } | null = null;
  let followedAt = Number.NEGATIVE_INFINITY;
  const bodies = new Map<string, EncodedDocument>();
  const encoded = new Map<string, EncodedDocument>();
  const days = new Map<string, { document: EncodedDocument; until: number }>();

  function show({ sequence, head: bytes, body }: Publication): void {
    if (head !== null && head.sequence >= sequence && head.sequence <= sequence + CORRECTED) return;
    const name = bodyName(body.sha256);
    if (!bodies.has(name)) bodies.set(name, encodeDocument(body.bytes, BODY));
    for (const oldest of bodies.keys()) if (bodies.size > BODIES_KEPT && oldest !== name) bodies.delete(oldest);
    head = { sequence, document: encodeDocument(bytes, HEAD) };
  }

  /** Loads a newer feed from the store, that another process or an earlier run of this one has published. */
  async function follow(): Promise<void> {
    followedAt = performance.now();
    const newer = await store.publication.publishedBesides(head?.sequence ?? -1);
    const publication = newer === null ? null : readPublication(newer);
    if (publication !== null) show(publication);
  }

  /** Another process may have published the body a moment ago. */
  async function bodyNamed(name: string): Promise<EncodedDocument | null> {
    if (!bodies.has(name) && performance.now() - followedAt > FOLLOW_SPACING) await follow();
    return bodies.get(name) ?? null;
  }

  function rootNumbered(number: number): EncodedDocument | null {
    const root = roots().find((document) => document.number === number);
    return root === undefined ? null : encodeDocument(root.bytes, ROOT);
  }

  function attachmentNamed(name: string): EncodedDocument | null {
    const { catalogue, ranges, targets } = attachments();
    const attachment = [catalogue, ranges, targets].find((candidate): candidate is Attachment => candidate?.name === name);
    if (attachment === undefined) return null;
    let document = encoded.get(name);
    if (document === undefined) {
      document = encodeDocument(attachment.bytes, { type: attachment.type, cacheControl: IMMUTABLE });
      encoded.set(name, document);
    }
    return document;
  }

  async function dayNamed(day: string): Promise<EncodedDocument | null> {
    const cached = days.get(day);
    if (cached !== undefined && cached.until > performance.now()) return cached.document;
    const bytes = await writeHistory(store.incidents, day, now());
    if (bytes === null) return null;
    const document = encodeDocument(bytes, HISTORY);
    days.delete(day);
    days.set(day, { document, until: performance.now() + MINUTE });
    for (const oldest of days.keys()) if (days.size > DAYS_CACHED) days.delete(oldest);
    return document;
  }

  return {
    show,
    follow,
    head: () => head?.document ?? null,
    sequence: () => head?.sequence ?? null,
    /** A file by its name under `/v2/`. */
    async file(name: string): Promise<EncodedDocument | null> {
      if (name.startsWith("body-")) return await bodyNamed(name);
      const root = /^root-(\d{1,6})$/.exec(name)?.[1];
      if (root !== undefined) return rootNumbered(Number(root));
      const day = /^history\/(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1];
      return day === undefined ? attachmentNamed(name) : await dayNamed(day);
    },
  };
}
