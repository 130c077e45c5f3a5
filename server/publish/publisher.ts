import type { Signer } from "../keys/signer.ts";
import type { PublicationStore } from "../store/publication-store.ts";
import { type Contents, writeDocument } from "./document.ts";

export type Publication = { sequence: number; bytes: Uint8Array<ArrayBuffer> };

export type PublisherOptions = {
  publication: PublicationStore;
  signer: Signer;
  /** Names this process in the lease. */
  holder: string;
  /** What to publish now. */
  contents(): Promise<Contents>;
  now(): number;
};

export type Publisher = {
  /** Publishes now. Null if another process has become the leader. */
  publish(): Promise<Publication | null>;
};

/** Publishes one document at a time: takes the next number, writes, signs, stores. */
export function createPublisher({ publication, signer, holder, contents, now }: PublisherOptions): Publisher {
  let last: Promise<unknown> = Promise.resolve();

  async function publishOnce(): Promise<Publication | null> {
    const content = await contents();
    const time = now();
    await signer.renew(time);
    if (signer.ends() <= time)
      throw new Error("the feed key has ended, and without the root key there is no new one: see server/README.md, Keys");
    // Numbers follow the clock, so that they still rise after the store was lost: clients refuse lower ones.
    const sequence = await publication.nextSequence(holder, Math.floor(time / 1000));
    if (sequence === null) return null;
    const bytes = signer.seal(writeDocument(content, [signer.grant()], sequence, time));
    await publication.savePublished(sequence, Buffer.from(bytes).toString("utf8"));
    return { sequence, bytes };
  }

  return {
    publish() {
      const run = last.catch(() => {}).then(publishOnce);
      last = run;
      return run;
    },
  };
}
