import { createHash } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bodyName } from "../../server/publish/head.ts";
import { HEAD_DRAFT } from "../../server/publish/unsigned.ts";
import type { Head } from "../../utils/core/feed/head.ts";
import { splitDocument } from "../../utils/core/feed/signed-document.ts";

/*
 * What the machine that reads sources left. It is not trusted: the key signs a body that is there, and its own address for reports.
 */

const pathOf = (folder: string) => join(folder, "v2", HEAD_DRAFT);

/**
 * Reads which body the unsigned head names, and checks that it is there.
 * @param reports the address for reports that this machine was told; null for none
 * @throws one readable line
 */
export function readHeadDraft(folder: string, reports: string | null): Head["body"] {
  const path = pathOf(folder);
  const { body, reports: drafted = null } = readObject(path) as { body?: Partial<Head["body"]>; reports?: unknown };
  const { sha256 = "", bytes = 0 } = body ?? {};
  if (!/^[\w-]{43}$/.test(sha256)) throw new Error(`${path}: names no body; npm run feed -- --once --unsigned --out DIR writes it anew`);
  const url = `v2/${bodyName(sha256)}`;
  const content = readFile(join(folder, url));
  if (content.length !== bytes || createHash("sha256").update(content).digest("base64url") !== sha256)
    throw new Error(`${join(folder, url)}: is not the body that the draft names; write both anew`);
  if (drafted !== reports)
    throw new Error(`${path}: reports go to ${drafted ?? "nobody"}, but REPORTS here says ${reports ?? "nobody"}; give both the same`);
  return { url, sha256, bytes };
}

export function removeHeadDraft(folder: string): void {
  rmSync(pathOf(folder));
}

/** The number of the head that is in the folder already; -1 where there is none that can be read. */
export function lastSequence(folder: string): number {
  try {
    const split = splitDocument("head", readFileSync(join(folder, "v2", "head")));
    const { sequence } = (split.ok ? JSON.parse(split.document.json) : {}) as Partial<Head>;
    return Number.isSafeInteger(sequence) ? Number(sequence) : -1;
  } catch {
    return -1;
  }
}

function readObject(path: string): object {
  const text = readFile(path).toString("utf8");
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
  } catch {}
  throw new Error(`${path}: is not JSON; npm run feed -- --once --unsigned --out DIR writes it anew`);
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    throw new Error(`${path}: cannot be read; npm run feed -- --once --unsigned --out DIR writes it`);
  }
}
