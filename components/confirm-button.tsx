import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../utils/message-key.ts";
import { Say } from "./words.tsx";

/** How long the second question stands before the button is its old self again. */
const PATIENCE = 6000;

/** A button for what cannot be undone: it asks once more in its own place. */
export function ConfirmButton({ text, onConfirm }: { text: MessageKey; onConfirm: () => void }) {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), PATIENCE);
    return () => clearTimeout(timer);
  }, [asking]);
  const press = () => {
    if (asking) onConfirm();
    setAsking(!asking);
  };
  return (
    <button type="button" class={asking ? "press danger" : "press"} onClick={press}>
      <span role="status">
        <Say text={asking ? "confirm.sure" : text} />
      </span>
    </button>
  );
}
