import { MINUTE } from "../../utils/core/time.ts";
import type { Attachment, Attachments } from "../publish/attachments.ts";
import { writeHistory } from "../publish/day-history.ts";
import type { Publication } from "../publish/publisher.ts";
import type { Store } from "../store/store.ts";
import { type DocumentHeaders, type EncodedDocument, encodeDocument } from "./encoded-document.ts";

const FEED: DocumentHeaders = { type: "text/plain; charset=utf-8", cacheControl: "public, max-age=30" };
const HISTORY: DocumentHeaders = { type: "application/json", cacheControl: "public, max-age=60" };
/** The name of an attachment contains its hash, so its content never changes. */
const IMMUTABLE = "public, max-age=31536000, immutable";
/** Days that were requested last stay in memory. */
const DAYS_CACHED = 16;

/** What this process serves, compressed and in memory: the newest feed, the attachments, days of history. */
export function createServedFiles(store: Store, attachments: () => Attachments, now: () => number) {
  let feed: { sequence: number; document: EncodedDocument } | null = null;
  const encoded = new Map<string, EncodedDocument>();
  const days = new Map<string, { document: EncodedDocument; until: number }>();

  function show({ sequence, bytes }: Publication): void {
    if (feed === null || feed.sequence < sequence) feed = { sequence, document: encodeDocument(bytes, FEED) };
  }

  function attachmentNamed(name: string): EncodedDocument | null {
    const { catalogue, ranges } = attachments();
    const attachment = [catalogue, ranges].find((candidate): candidate is Attachment => candidate?.name === name);
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
    feed: () => feed?.document ?? null,
    sequence: () => feed?.sequence ?? null,
    /** Loads a newer feed from the store, that another process or an earlier run of this one has published. */
    async follow(): Promise<void> {
      const newer = await store.publication.publishedAfter(feed?.sequence ?? -1);
      if (newer !== null) show({ sequence: newer.sequence, bytes: new Uint8Array(Buffer.from(newer.document, "utf8")) });
    },
    /** A file by its name under `/v1/`. */
    async file(name: string): Promise<EncodedDocument | null> {
      const day = /^history\/(\d{4}-\d\d-\d\d)\.json$/.exec(name)?.[1];
      return day === undefined ? attachmentNamed(name) : await dayNamed(day);
    },
  };
}
