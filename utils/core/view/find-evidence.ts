import type { Evidence, EvidenceKind } from "../diagnosis/evidence.ts";
import type { Verdict } from "../diagnosis/verdict.ts";

type Of<Kind extends EvidenceKind> = Extract<Evidence, { kind: Kind }>;

/** The first reason of one kind that a verdict gives; undefined where it gives none. */
export function findEvidence<Kind extends EvidenceKind>({ evidence }: Pick<Verdict, "evidence">, kind: Kind): Of<Kind> | undefined {
  return evidence.find((one): one is Of<Kind> => one.kind === kind);
}

/** Kinds of evidence in which somebody else says that it fails: other people, an incident, a measurement from elsewhere. */
const OUTSIDE_WORDS: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(["crowd", "incident", "fails-for-others"]);

/** Whether anybody else says so too. "It's not just you" needs it, and a silent status page is none. */
export function hasOutsideWord({ evidence }: Pick<Verdict, "evidence">): boolean {
  return evidence.some((one) => OUTSIDE_WORDS.has(one.kind) || (one.kind === "measured" && one.failed.length > 0));
}

/** Whether the site was measured to answer elsewhere since, and nobody says that it fails for others. */
export function worksForOthers(verdict: Pick<Verdict, "evidence">): boolean {
  if (findEvidence(verdict, "works-for-others") !== undefined) return true;
  const measured = findEvidence(verdict, "measured");
  return measured !== undefined && measured.site !== null && measured.answered.length > 0 && !hasOutsideWord(verdict);
}

/** Whether what failed answers again, on the page that the person looks at: then the words follow the eyes, before the verdict is clear. */
export function answersAgain({ evidence }: Pick<Verdict, "evidence">): boolean {
  return evidence[0]?.kind === "recovering";
}

/** Loads that wait for an answer, or that were given up: a hang, which an extension or a filter of the browser can cause too. */
export function hangs({ evidence }: Pick<Verdict, "evidence">): boolean {
  return evidence.some(({ kind }) => kind === "hang" || kind === "slow");
}

/**
 * Whether a certificate of somebody else is shown for a few names only: at least twice as many other sites answer. A blocking list or a
 * provider's block shows its own page so; who opens all connections shows it everywhere. Judged.
 */
export function isForFewNames(verdict: Pick<Verdict, "evidence">): boolean {
  if (findEvidence(verdict, "not-pinned") !== undefined) return false;
  const concerned = findEvidence(verdict, "certificates")?.sites ?? 1;
  return (findEvidence(verdict, "others-work")?.sites ?? 0) >= 2 * concerned;
}
