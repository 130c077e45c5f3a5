import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import type { Body } from "../../utils/core/feed/feed.ts";
import { readAddressTable } from "../../utils/core/providers/address-table.ts";
import { catalogue } from "../../utils/core/providers/catalogue.ts";
import { catalogueDocument } from "../../utils/core/status-pages/published-catalogue.ts";
import { DAY, HOUR } from "../../utils/core/time.ts";
import { type MeasuredTarget, measuredTargets, targetsDocument } from "../measure/targets.ts";
import { writeFileWhole } from "../store/write-file.ts";

/** A file that the feed names by its hash, so that any mirror can hold it and none can change it. */
export type Attachment = { name: string; sha256: string; bytes: Uint8Array<ArrayBuffer>; type: string };

export type Attachments = {
  catalogue: Attachment;
  /** The table of address ranges; null where none was built. */
  ranges: Attachment | null;
  /** What vantages ask. */
  targets: Attachment & { count: number };
};

/** A client may still use an older feed. */
const OLD_FILES_KEPT = 2 * DAY;

/**
 * @param rangesFile what `npm run ranges` writes; the server works without it
 * @param targets what vantages ask
 * @throws with one readable line where that file is no table of address ranges: clients would only refuse it
 */
export function readAttachments(rangesFile: string, targets: readonly MeasuredTarget[] = measuredTargets(catalogue())): Attachments {
  const published = new TextEncoder().encode(JSON.stringify(catalogueDocument()));
  const list = new TextEncoder().encode(JSON.stringify(targetsDocument(targets)));
  return {
    catalogue: attachmentOf("catalogue", "json", published, "application/json"),
    ranges: existsSync(rangesFile) ? attachmentOf("ranges", "bin", readRanges(rangesFile), "application/octet-stream") : null,
    targets: { ...attachmentOf("targets", "json", list, "application/json"), count: targets.length },
  };
}

function readRanges(file: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(readFileSync(file));
  if (readAddressTable(bytes) === null) throw new Error(`${file} is no table of address ranges; npm run ranges makes one`);
  return bytes;
}

function attachmentOf(stem: string, ending: string, bytes: Uint8Array<ArrayBuffer>, type: string): Attachment {
  const sha256 = createHash("sha256").update(bytes).digest("base64url");
  return { name: `${stem}-${sha256}.${ending}`, sha256, bytes, type };
}

/** How the feed names an attachment: its address as seen from the mirror's base. */
export function nameInFeed(attachment: Attachment | null): Body["catalogue"] {
  return attachment === null ? null : { url: `v2/${attachment.name}`, sha256: attachment.sha256 };
}

/** Writes files for mirrors and removes those that no feed of the last days names. */
export function writeFiles(current: readonly { name: string; bytes: Uint8Array }[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of current) {
    const path = join(folder, name);
    if (!existsSync(path)) writeFileWhole(path, bytes);
    // The time of a file is that of the last feed that named it.
    else if (Date.now() - statSync(path).mtimeMs > HOUR) utimesSync(path, new Date(), new Date());
  }
  for (const name of readdirSync(folder)) {
    const isOld = /^(body|catalogue|ranges|targets)-[\w-]{43}\./.test(name) && !current.some((file) => file.name === name);
    if (isOld && Date.now() - statSync(join(folder, name)).mtimeMs > OLD_FILES_KEPT) rmSync(join(folder, name));
  }
}
