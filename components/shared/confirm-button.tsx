import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Values } from "../../utils/core/view/translator.ts";
import { Say } from "./words.tsx";

/** How long the second question stands before the button is its old self again. */
const WITHDRAWN_AFTER = 6000;

type Props = {
  text: MessageKey;
  values?: Values;
  question?: MessageKey;
  look?: "press" | "link";
  onConfirm: () => void;
};

/** A button for what cannot be undone: it asks once more in its own place. */
export function ConfirmButton({ text, values, question = "confirm.sure", look = "press", onConfirm }: Props) {
  const [asking, setAsking] = useState(false);
  useEffect(() => {
    if (!asking) return;
    const timer = setTimeout(() => setAsking(false), WITHDRAWN_AFTER);
    return () => clearTimeout(timer);
  }, [asking]);
  const press = () => {
    if (asking) onConfirm();
    setAsking(!asking);
  };
  return (
    <button type="button" class={asking ? `${look} danger` : look} onClick={press}>
      <span role="status">{asking ? <Say text={question} /> : <Say text={text} values={values} />}</span>
    </button>
  );
}
