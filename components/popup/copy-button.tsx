import { useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { Say } from "../shared/words.tsx";

const LABELS: { [state in "ready" | "copied" | "failed"]: MessageKey } = {
  ready: "actions.copy",
  copied: "actions.copied",
  failed: "actions.copyFailed",
};

/** Copies a summary of the situation to the clipboard, for a help desk or a friend. */
export function CopyButton({ onCopy }: { onCopy: () => Promise<void> }) {
  const [state, setState] = useState<keyof typeof LABELS>("ready");
  const copy = () =>
    onCopy().then(
      () => setState("copied"),
      () => setState("failed"),
    );
  return (
    <button type="button" class="press" onClick={copy} data-testid="copy">
      <span role="status">
        <Say text={LABELS[state]} />
      </span>
    </button>
  );
}
