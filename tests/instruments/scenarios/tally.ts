import type { GeneratedTrace } from "./generate-trace.ts";
import type { Judged } from "./judge-trace.ts";

const SCOPES = ["clear", "local", "network", "site", "provider", "unclear"] as const;
const REMOTE = ["site", "provider"];
const BINS = 10;

type Share = { of: number; total: number };
type Counts = { right: number; weak: number; unclear: number; wrong: number };
type KindCounts = Counts & { traces: number /** Traces without a provider fault in which one was blamed. */; wrongProvider: number };

const none = (): Counts => ({ right: 0, weak: 0, unclear: 0, wrong: 0 });

/** Counts over many judged scenarios: what `npm run accuracy` prints. */
export class Tally {
  traces = 0;
  tracesWithoutProviderFault = 0;
  readonly confusion = new Map<string, Map<string, number>>();
  readonly scenarios = new Map<string, Counts>();
  readonly kinds = new Map<string, KindCounts>();
  readonly final: Counts = none();
  /** Traces without a provider fault in which a provider was blamed at any moment. */
  readonly wrongProvider: string[] = [];
  /** Last answers that blame a site or a provider for a local fault. */
  readonly remoteForLocal: Share = { of: 0, total: 0 };
  readonly bins = Array.from({ length: BINS }, () => ({ answers: 0, confidence: 0, right: 0 }));
  /** Failing sites and requests seen when the right provider or site was first named, per truth. */
  readonly soon = new Map<string, { sites: number[]; failures: number[]; never: number }>();

  add(trace: GeneratedTrace, judged: readonly Judged[]): void {
    this.traces++;
    const kind = this.#kindOf(trace);
    kind.traces++;
    if (trace.scenario.truth !== "provider") {
      this.tracesWithoutProviderFault++;
      if (judged.some(({ given }) => given.scope === "provider")) {
        this.wrongProvider.push(trace.name);
        kind.wrongProvider++;
      }
    }
    for (const answer of judged) if (answer.expectation.stage === "final") this.#addFinal(trace, answer);
    this.#addSoon(trace, judged);
  }

  #kindOf({ scenario }: GeneratedTrace): KindCounts {
    const name = scenario.kind ?? "other";
    const counts = this.kinds.get(name) ?? { ...none(), traces: 0, wrongProvider: 0 };
    this.kinds.set(name, counts);
    return counts;
  }

  #addFinal(trace: GeneratedTrace, { expectation, given, mark }: Judged): void {
    const row = this.confusion.get(expectation.truth) ?? new Map<string, number>();
    row.set(given.scope, (row.get(given.scope) ?? 0) + 1);
    this.confusion.set(expectation.truth, row);
    const scenario = this.scenarios.get(trace.scenario.name) ?? none();
    scenario[mark]++;
    this.scenarios.set(trace.scenario.name, scenario);
    this.#kindOf(trace)[mark]++;
    this.final[mark]++;
    if (expectation.truth === "local") {
      this.remoteForLocal.total++;
      if (REMOTE.includes(given.scope)) this.remoteForLocal.of++;
    }
    if (given.scope === "unclear") return;
    const bin = this.bins[Math.min(BINS - 1, Math.floor(given.confidence * BINS))];
    if (bin === undefined) return;
    bin.answers++;
    bin.confidence += given.confidence;
    if (mark === "right") bin.right++;
  }

  #addSoon(trace: GeneratedTrace, judged: readonly Judged[]): void {
    const probes = judged.filter(({ expectation }) => expectation.stage === "probe");
    if (probes.length === 0) return;
    const row = this.soon.get(trace.scenario.name) ?? { sites: [], failures: [], never: 0 };
    const named = probes.find(({ given, mark }) => given.scope === trace.scenario.truth && mark === "right");
    if (named?.expectation.seen === undefined) row.never++;
    else {
      row.sites.push(named.expectation.seen.sites);
      row.failures.push(named.expectation.seen.failures);
    }
    this.soon.set(trace.scenario.name, row);
  }

  /** Expected calibration error: how far the stated confidence lies from the share right, weighted by answers. */
  get calibrationError(): number {
    const answers = this.bins.reduce((sum, bin) => sum + bin.answers, 0);
    return this.bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / Math.max(1, answers);
  }
}

export const scopes: readonly string[] = SCOPES;
