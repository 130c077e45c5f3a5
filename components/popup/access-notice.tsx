import { Say } from "../shared/words.tsx";

/**
 * Says in place what basic access cannot see. `onAllow` is called straight from the click: browsers grant permissions only
 * while the gesture is warm.
 */
export function AccessNotice({ onAllow }: { onAllow: () => void }) {
  return (
    <aside class="access" data-testid="access">
      <p class="notice">
        <Say text="access.notice" />
      </p>
      <p>
        <Say text="access.unlocks" />
      </p>
      <button type="button" class="press primary" onClick={onAllow}>
        <Say text="access.allow" />
      </button>
    </aside>
  );
}
