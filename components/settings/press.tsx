import type { ComponentChildren } from "preact";

/** A button for one action. */
export function Press({ onPress, children }: { onPress: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="press" onClick={onPress}>
      {children}
    </button>
  );
}
