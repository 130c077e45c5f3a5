import { useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { Say } from "./words.tsx";

/** `silent`: no answer, or an error. */
type CheckResult = "answers" | "silent";

const TEXTS: { [state in CheckResult | "checking"]: MessageKey } = {
  answers: "check.answers",
  silent: "check.silent",
  checking: "check.asking",
};

type Props = {
  siteName: string;
  /** Requests the site once. Resolves to whether it answers, and with no error of its own. */
  onCheck: () => Promise<boolean>;
};

/** A button that sends one request to the site, and its result. */
export function CheckOnce({ siteName, onCheck }: Props) {
  const [state, setState] = useState<CheckResult | "checking" | "ready">("ready");
  const check = () => {
    setState("checking");
    onCheck().then(
      (answers) => setState(answers ? "answers" : "silent"),
      () => setState("silent"),
    );
  };
  return (
    <div class="check" data-testid="check">
      <button type="button" class="press" onClick={check} disabled={state === "checking"}>
        <Say text="check.offer" values={{ site: siteName }} />
      </button>
      <p role="status">{state !== "ready" && <Say text={TEXTS[state]} values={{ site: siteName }} />}</p>
    </div>
  );
}
