import { useState } from "preact/hooks";
import type { Value } from "../../utils/core/view/translator.ts";
import { Say } from "../shared/words.tsx";

export type WatchActions = {
  /** Called straight from the click, while the gesture is warm. Resolves to whether notifications are allowed. */
  watch: (check: boolean) => Promise<boolean>;
  unwatch: () => void;
};

type Props = {
  /** What is waited for: a site's name, or a provider's place. */
  name: Value;
  waiting: boolean;
  /** Without full access the site itself cannot be asked. */
  canCheck: boolean;
  actions: WatchActions;
};

/** Told once, when the site is back: by this browser's own success, by the feed, or by a light check that the person allows. */
export function WatchOffer({ name, waiting, canCheck, actions }: Props) {
  const [denied, setDenied] = useState(false);
  const [check, setCheck] = useState(false);
  if (waiting) {
    return (
      <div class="watch" data-testid="watching">
        <p class="notice" role="status">
          <Say text="watch.waiting" values={{ site: name }} />
        </p>
        <button type="button" class="press" onClick={actions.unwatch}>
          <Say text="watch.stop" />
        </button>
      </div>
    );
  }
  return (
    <div class="watch">
      <button
        type="button"
        class="press"
        data-testid="watch"
        onClick={() => void actions.watch(check).then((allowed) => setDenied(!allowed))}
      >
        <Say text="watch.offer" />
      </button>
      {canCheck && (
        <label class="choose">
          <input type="checkbox" checked={check} onChange={(event) => setCheck(event.currentTarget.checked)} />
          <Say text="watch.check" />
        </label>
      )}
      <p role="status">{denied && <Say text="watch.denied" />}</p>
    </div>
  );
}
