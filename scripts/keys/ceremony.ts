import type { KeyBox } from "../../server/keys/key-box.ts";
import { newestRoot, type RootChain, readRootChain, writeRootChain } from "../../server/keys/root-chain.ts";
import { writeFileWhole } from "../../server/store/write-file.ts";
import { openNextRoot } from "../../utils/core/feed/root.ts";
import { type Root, readRootText, rootText } from "../../utils/core/feed/root-text.ts";
import { verifySignature } from "../../utils/feed/verify-signature.ts";
import { UsageError } from "../support/flags.ts";
import { readRootKeyFile, readText, writeNewFile } from "./key-file.ts";
import { documentOf, missingSignatures, type RootDraft, readRootDraft, signDraft, writeRootDraft } from "./root-draft.ts";

/** States the first root of a feed that has several keys. @returns lines for the person */
export async function stateFirstRoot(box: KeyBox, keys: string, threshold: number): Promise<string[]> {
  const first = rootOf(1, keys, threshold);
  if ((await box.read("roots")) !== null)
    throw new UsageError(`${box.place}: this feed has a root already; npm run keys -- root makes the next one`);
  const own = await readRootChain(box);
  const missing = own?.first.keys.find((key) => !first.keys.includes(key));
  if (missing !== undefined)
    throw new UsageError(
      `${box.place}: the key that is here, ${missing}, is not among --keys: add it, or take the files root.json and feed.json away first`,
    );
  await box.replace("roots", writeRootChain({ first, documents: [] }));
  return [`root 1 is stated. Builds take:  FEED_ROOT_KEY=${rootText(first)}`];
}

/** Makes the draft of the next root. @returns lines for the person */
export async function draftNextRoot(
  box: KeyBox,
  { keys, threshold, signers, out }: { keys: string; threshold: number; signers: readonly string[]; out: string | undefined },
): Promise<string[]> {
  const from = newestRoot(await chainOf(box));
  const to = rootOf(from.number + 1, keys, threshold);
  const file = out ?? `root-${to.number}.draft.json`;
  const draft = signAll({ from, to, signatures: [] }, signers);
  writeNewFile(file, writeRootDraft(draft));
  return [`${file}: root ${to.number}, to follow root ${from.number}`, ...(await describeDraft(draft, file))];
}

/** Adds signatures to a draft. @returns lines for the person */
export async function addSignatures(file: string, signers: readonly string[]): Promise<string[]> {
  const draft = readDraftFile(file);
  if (signers.length === 0) return await describeDraft(draft, file);
  const signed = signAll(draft, signers);
  writeFileWhole(file, writeRootDraft(signed));
  return await describeDraft(signed, file);
}

/** Appends a complete draft to the roots of a feed, if a client would follow it. @returns lines for the person */
export async function adoptRoot(box: KeyBox, draft: RootDraft, file: string): Promise<string[]> {
  const chain = await chainOf(box);
  const newest = newestRoot(chain);
  const bytes = documentOf(draft);
  const missing = await missingSignatures(draft);
  const opened = missing.length > 0 ? null : await openNextRoot(bytes, newest, verifySignature);
  if (opened === null) throw new UsageError([`${file}: is not complete`, ...(await describeDraft(draft, file))].join("\n"));
  if (!opened.ok)
    throw new UsageError(`${file}: clients that trust root ${newest.number} of ${box.place} would refuse it: ${opened.reason}`);
  await box.replace("roots", writeRootChain({ ...chain, documents: [...chain.documents, { number: opened.root.number, bytes }] }));
  return [
    `root ${opened.root.number} is adopted. A running server serves it within a minute; clients follow by themselves.`,
    `New builds take:  FEED_ROOT_KEY=${rootText(opened.root)}`,
  ];
}

/** @throws UsageError where the feed has no root yet */
export async function chainOf(box: KeyBox): Promise<RootChain> {
  const chain = await readRootChain(box).catch((problem: Error) => {
    throw new UsageError(problem.message);
  });
  if (chain !== null) return chain;
  throw new UsageError(`${box.place}: there is no root yet; start the server once, or state one with npm run keys -- first`);
}

/** What a draft says, which signatures are missing, and what to do next. */
async function describeDraft(draft: RootDraft, file: string): Promise<string[]> {
  const { from, to } = draft;
  const missing = await missingSignatures(draft);
  return [
    ...[from, to].map((root) => `  ${describeRoot(root)}`),
    ...missing.map(
      ({ root, which, count, keys }) =>
        `missing: ${count} ${count === 1 ? "signature" : "signatures"} of root ${root.number} (${which}), by ${keys.join(" or ")}`,
    ),
    missing.length === 0
      ? `complete. Next:  npm run keys -- adopt ${file} --data DIR`
      : `Next, where such a key is:  npm run keys -- sign ${file} --sign KEYFILE`,
  ];
}

/** With whole keys: holders compare them before they sign. */
export function describeRoot({ number, keys, threshold }: Root): string {
  return `root ${number}: ${threshold} of ${keys.join(", ")} must sign the next one`;
}

function rootOf(number: number, keys: string, threshold: number): Root {
  const root = readRootText(`${number}/${threshold}:${keys}`);
  if (root !== null) return root;
  throw new UsageError(
    `--keys ${keys} --threshold ${threshold}: one to eight different public keys of 43 characters, separated by commas, are expected, and a threshold of at most their number`,
  );
}

function readDraftFile(file: string): RootDraft {
  const draft = readRootDraft(readText(file));
  if (draft === null) throw new UsageError(`${file}: is no draft of a root; npm run keys -- root makes one`);
  return draft;
}

function signAll(draft: RootDraft, files: readonly string[]): RootDraft {
  return files.reduce((so, file) => signDraft(so, readRootKeyFile(file), file), draft);
}
