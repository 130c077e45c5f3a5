import { useState } from "preact/hooks";
import type { Value } from "../../utils/core/view/translator.ts";
import { Say } from "../shared/words.tsx";

export type WatchActions = {
  /** Called directly from the click, or the browser would refuse to ask for the permission. Resolves to whether notifications are allowed. */
  watch: (check: boolean) => Promise<boolean>;
  unwatch: () => void;
};

type Props = {
  /** What the person waits for: a site's name, or a place. */
  name: Value;
  isWatched: boolean;
  /** The site itself can be requested: without full access it cannot. */
  canCheck: boolean;
  actions: WatchActions;
};

/** Offers one notification when the site is back: known from this browser's own requests, the feed, or a check that the person allows. */
export function WatchOffer({ name, isWatched, canCheck, actions }: Props) {
  const [denied, setDenied] = useState(false);
  const [check, setCheck] = useState(false);
  if (isWatched) {
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
