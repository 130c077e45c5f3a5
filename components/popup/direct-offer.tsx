import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { DirectQuestion } from "../../utils/core/view/direct-question.ts";
import type { Value } from "../../utils/core/view/translator.ts";
import type { DirectCheck } from "../../utils/status-pages/direct-check.ts";
import type { DirectOutcome } from "../../utils/status-pages/take-readings.ts";
import { Say } from "../shared/words.tsx";

export type DirectActions = {
  /** Finds the status page to read; null where there is none. */
  prepare: (question: DirectQuestion) => Promise<DirectCheck | null>;
  /** Whether the person allows status pages to be read without a click. */
  isAutomatic: () => Promise<boolean>;
};

type Props = { question: DirectQuestion; siteName: string | null; actions: DirectActions };
type Step = DirectOutcome | "offered" | "reading";

export const OUTCOMES: { [outcome in DirectOutcome]: MessageKey } = {
  trouble: "direct.trouble",
  nothing: "direct.nothing",
  unreadable: "direct.unreadable",
  "too-soon": "direct.tooSoon",
  "not-allowed": "direct.notAllowed",
};

/** Reads the status page of what fails where no feed is current: on a click, or automatically where the person allows it. */
export function DirectOffer({ question, siteName, actions }: Props) {
  const { site, provider } = question;
  const [check, setCheck] = useState<DirectCheck | null>(null);
  const [step, setStep] = useState<Step>("offered");

  useEffect(() => {
    let cancelled = false;
    const prepare = async () => {
      const found = await actions.prepare({ site, provider });
      if (cancelled) return;
      setCheck(found);
      if (found?.isAllowed === true && found.isDue && (await actions.isAutomatic()) && !cancelled) await run(found, setStep);
    };
    prepare().catch(() => setCheck(null));
    return () => {
      cancelled = true;
    };
  }, [site, provider, actions]);

  if (check === null) return null;
  const place: Value = check.isSite ? (siteName ?? check.about) : { provider: check.about, region: null };
  return (
    <div class="direct" data-testid="direct" data-direct={step}>
      {step === "offered" && (
        <p>
          <Say text="direct.explain" values={{ place }} />
        </p>
      )}
      <p role="status">{step !== "offered" && step !== "reading" && <Say text={OUTCOMES[step]} values={{ place }} />}</p>
      <button type="button" class="press" disabled={step === "reading"} onClick={() => void run(check, setStep)}>
        {step === "reading" ? <Say text="direct.asking" /> : <Say text="direct.ask" values={{ place }} />}
      </button>
    </div>
  );
}

async function run(check: DirectCheck, setStep: (step: Step) => void): Promise<void> {
  setStep("reading");
  setStep(await check.ask().catch(() => "unreadable" as const));
}
