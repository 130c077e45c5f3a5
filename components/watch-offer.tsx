import { useState } from "preact/hooks";
import { Say } from "./words.tsx";

export type WatchActions = {
  /** Called straight from the click, while the gesture is warm. Resolves to whether notifications are allowed. */
  watch: (check: boolean) => Promise<boolean>;
  unwatch: () => void;
};

type Props = {
  siteName: string;
  waiting: boolean;
  /** Without full access the site itself cannot be asked. */
  canCheck: boolean;
  actions: WatchActions;
};

/** Told once, when the site is back: by this browser's own success, by the feed, or by a light check that the person allows. */
export function WatchOffer({ siteName, waiting, canCheck, actions }: Props) {
  const [denied, setDenied] = useState(false);
  const [check, setCheck] = useState(false);
  if (waiting) {
    return (
      <div class="watch" data-testid="watching">
        <p class="notice" role="status">
          <Say text="watch.waiting" values={{ site: siteName }} />
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
