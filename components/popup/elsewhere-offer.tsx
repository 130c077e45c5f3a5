import { useEffect, useState } from "preact/hooks";
import { SECOND } from "../../utils/core/time.ts";
import { askedSentences, type ElsewhereQuestion } from "../../utils/core/view/elsewhere.ts";
import type { AskOutcome } from "../../utils/feed/ask-elsewhere.ts";
import { Say, Sentence } from "../shared/words.tsx";

export type ElsewhereActions = {
  /** The host of the server that can be asked; null where none can. */
  prepare: () => Promise<string | null>;
  /** Sends the name of the host, and nothing else. */
  ask: (host: string) => Promise<AskOutcome>;
};

type Props = { elsewhere: ElsewhereQuestion; siteName: string; now: number; actions: ElsewhereActions };
type Step = AskOutcome | { result: "offered" | "asking" };

/** The server measures a host no more often, milliseconds. */
const ASKED_AGAIN = 30 * SECOND;

const SAID = {
  limited: "elsewhere.limited",
  busy: "elsewhere.busy",
  refused: "elsewhere.refused",
  unavailable: "elsewhere.unavailable",
  failed: "elsewhere.failed",
  "no-view": "elsewhere.noView",
} as const;

/** Offers to have a host measured from elsewhere, by a press, and shows what that showed. The line above the button says what is sent. */
export function ElsewhereOffer({ elsewhere, siteName, now, actions }: Props) {
  const { host, asked } = elsewhere;
  const [server, setServer] = useState<string | null>(null);
  const [step, setStep] = useState<Step>({ result: "offered" });
  useEffect(() => {
    let cancelled = false;
    actions.prepare().then(
      (found) => !cancelled && setServer(found),
      () => null,
    );
    return () => {
      cancelled = true;
    };
  }, [actions]);

  if (server === null && asked === null) return null;
  const { result } = step;
  const isAsking = result === "asking";
  const mayAsk = asked === null || now - asked.at >= ASKED_AGAIN;
  const press = () => {
    if (isAsking || !mayAsk) return;
    setStep({ result: "asking" });
    actions.ask(host).then(setStep, () => setStep({ result: "failed" }));
  };
  return (
    <div class="elsewhere" data-testid="elsewhere" data-elsewhere={asked !== null && !isAsking ? "answered" : result}>
      <div role="status">
        {asked !== null &&
          askedSentences(siteName, asked.views).map((message) => (
            <p key={message.key}>
              <Sentence message={message} />
            </p>
          ))}
        {asked !== null && (
          <p>
            <Say text="elsewhere.asked" values={{ ago: { elapsed: now - asked.at } }} />
          </p>
        )}
        {isAsking && <Say text="elsewhere.waiting" values={{ host }} />}
        {result in SAID && (
          <Say text={SAID[result as keyof typeof SAID]} values={"pause" in step ? { span: { seconds: step.pause } } : { host }} />
        )}
      </div>
      {server !== null && mayAsk && (
        <>
          {!isAsking && (
            <p>
              <Say text="elsewhere.explain" values={{ host, server }} />
            </p>
          )}
          <button type="button" class="press" aria-disabled={isAsking} onClick={press}>
            <Say text={isAsking ? "elsewhere.asking" : "elsewhere.ask"} />
          </button>
        </>
      )}
    </div>
  );
}
