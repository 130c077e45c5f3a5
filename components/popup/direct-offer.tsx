import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { DirectQuestion } from "../../utils/core/view/direct-question.ts";
import type { Value } from "../../utils/core/view/translator.ts";
import type { DirectCheck, DirectOutcome } from "../../utils/status-pages/direct-check.ts";
import { Say } from "../shared/words.tsx";

export type DirectActions = {
  /** Finds out whether there is a page to ask; null where not. */
  prepare: (question: DirectQuestion) => Promise<DirectCheck | null>;
  /** Whether the person wants pages to be asked without a click. */
  unasked: () => Promise<boolean>;
};

type Props = { question: DirectQuestion; siteName: string | null; actions: DirectActions };
type Step = DirectOutcome | "offered" | "asking";

const OUTCOMES: { [outcome in DirectOutcome]: MessageKey } = {
  trouble: "direct.trouble",
  nothing: "direct.nothing",
  unreadable: "direct.unreadable",
  "too-soon": "direct.tooSoon",
  "not-allowed": "direct.notAllowed",
};

/** Where no feed answers: asks the status page of what fails, on a click, or by itself where the person has set that. */
export function DirectOffer({ question, siteName, actions }: Props) {
  const { site, provider } = question;
  const [check, setCheck] = useState<DirectCheck | null>(null);
  const [step, setStep] = useState<Step>("offered");

  useEffect(() => {
    let gone = false;
    const ask = async () => {
      const found = await actions.prepare({ site, provider });
      if (gone) return;
      setCheck(found);
      if (found?.isAllowed === true && found.isDue && (await actions.unasked()) && !gone) await run(found, setStep);
    };
    ask().catch(() => setCheck(null));
    return () => {
      gone = true;
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
      <p role="status">{step !== "offered" && step !== "asking" && <Say text={OUTCOMES[step]} values={{ place }} />}</p>
      <button type="button" class="press" disabled={step === "asking"} onClick={() => void run(check, setStep)}>
        {step === "asking" ? <Say text="direct.asking" /> : <Say text="direct.ask" values={{ place }} />}
      </button>
    </div>
  );
}

async function run(check: DirectCheck, setStep: (step: Step) => void): Promise<void> {
  setStep("asking");
  setStep(await check.ask().catch(() => "unreadable" as const));
}
