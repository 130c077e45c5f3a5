import { useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { Say } from "./words.tsx";

type Answer = "answers" | "silent";

const ANSWERS: { [answer in Answer | "asking"]: MessageKey } = {
  answers: "check.answers",
  silent: "check.silent",
  asking: "check.asking",
};

type Props = {
  siteName: string;
  /** Asks the site one single time. Resolves to whether it answers, and not with an error of its own. */
  onAsk: () => Promise<boolean>;
};

/** The one request to a site that a person can ask for: pressed once, asked once. */
export function CheckOnce({ siteName, onAsk }: Props) {
  const [state, setState] = useState<Answer | "asking" | "ready">("ready");
  const ask = () => {
    setState("asking");
    onAsk().then(
      (answers) => setState(answers ? "answers" : "silent"),
      () => setState("silent"),
    );
  };
  return (
    <div class="check" data-testid="check">
      <button type="button" class="press" onClick={ask} disabled={state === "asking"}>
        <Say text="check.offer" values={{ site: siteName }} />
      </button>
      <p role="status">{state !== "ready" && <Say text={ANSWERS[state]} values={{ site: siteName }} />}</p>
    </div>
  );
}
