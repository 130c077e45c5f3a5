import { useEffect, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Values } from "../../utils/core/view/translator.ts";
import { Say } from "./words.tsx";

/** The question is withdrawn after this time, milliseconds. */
const WITHDRAWN_AFTER = 6000;

type Props = {
  text: MessageKey;
  values?: Values;
  question?: MessageKey;
  look?: "press" | "link";
  onConfirm: () => void;
};

/** A button for what cannot be undone: pressed once it asks for confirmation, pressed again it acts. */
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
