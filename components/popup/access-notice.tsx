import { Say } from "../shared/words.tsx";

/**
 * Says what basic access cannot see. `onAllow` is called directly from the click: browsers ask for a permission only then.
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
