import { useId, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { FeedFormProblem, FeedFormReading } from "../../utils/core/feed/added-feed-form.ts";
import { Say } from "../shared/words.tsx";

const PROBLEMS: { [problem in FeedFormProblem]: MessageKey } = {
  "no-address": "settings.feedProblem.noAddress",
  "not-an-address": "settings.feedProblem.notAnAddress",
  "not-encrypted": "settings.feedProblem.notEncrypted",
  "not-a-key": "settings.feedProblem.notAKey",
};

type Props = {
  /** The root keys of the feeds in use. */
  inUse: string[];
  /** Adds the feed where its addresses and key are valid. */
  onAdd: (addresses: string, key: string) => FeedFormReading;
};

/** A form for the addresses and the key of one more feed. */
export function AddFeed({ inUse, onAdd }: Props) {
  const [reading, setReading] = useState<FeedFormReading | null>(null);
  const id = useId();
  const submit = (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setReading(onAdd(String(form.get("addresses")), String(form.get("key"))));
  };
  return (
    <form onSubmit={submit}>
      <label for={`${id}-addresses`}>
        <Say text="settings.feedAddresses" />
      </label>
      <textarea id={`${id}-addresses`} name="addresses" rows={2} dir="ltr" spellcheck={false} aria-describedby={`${id}-problem`} />
      <label for={`${id}-key`}>
        <Say text="settings.feedKey" />
      </label>
      <input id={`${id}-key`} name="key" dir="ltr" autocomplete="off" spellcheck={false} aria-describedby={`${id}-problem`} />
      <p id={`${id}-problem`} role="status" class={reading?.ok === false ? "problem" : undefined}>
        {reading?.ok === true && inUse.includes(reading.rootKey) && <Say text="settings.feedSaved" />}
        {reading?.ok === false && <Say text={PROBLEMS[reading.problem]} values={{ about: reading.about }} />}
      </p>
      <p class="row">
        <button type="submit" class="press">
          <Say text="settings.feedSave" />
        </button>
      </p>
    </form>
  );
}
