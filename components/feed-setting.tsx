import { useId, useState } from "preact/hooks";
import type { FeedFormProblem, FeedFormReading } from "../utils/core/feed-form.ts";
import type { MessageKey } from "../utils/message-key.ts";
import { Section } from "./section.tsx";
import type { SettingsActions, SettingsData } from "./settings.tsx";
import { Say } from "./words.tsx";

const PROBLEMS: { [problem in FeedFormProblem]: MessageKey } = {
  "no-address": "settings.feedProblem.noAddress",
  "not-an-address": "settings.feedProblem.notAnAddress",
  "not-encrypted": "settings.feedProblem.notEncrypted",
  "not-a-key": "settings.feedProblem.notAKey",
};

type Props = {
  feed: SettingsData["feed"];
  actions: Pick<SettingsActions, "useFeed" | "forgetFeed">;
};

/** Where the outage feed comes from: the build's, or a feed of one's own. */
export function FeedSetting({ feed, actions }: Props) {
  const [reading, setReading] = useState<FeedFormReading | null>(null);
  const id = useId();
  const submit = (event: Event & { currentTarget: HTMLFormElement }) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setReading(actions.useFeed(String(form.get("addresses")), String(form.get("key"))));
  };
  return (
    <Section name="feed-setting" heading={<Say text="settings.feed" />}>
      <p>
        {feed === null && <Say text="settings.feedNone" />}
        {feed?.from === "build" && <Say text="settings.feedBuiltIn" values={{ mirrors: feed.mirrors }} />}
        {feed?.from === "person" && <Say text="settings.feedOwn" values={{ mirrors: feed.mirrors }} />}
      </p>
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
          {reading?.ok === true && <Say text="settings.feedSaved" />}
          {reading?.ok === false && <Say text={PROBLEMS[reading.problem]} values={{ about: reading.about }} />}
        </p>
        <p class="row">
          <button type="submit" class="press">
            <Say text="settings.feedSave" />
          </button>
          {feed?.from === "person" && (
            <button type="button" class="press" onClick={actions.forgetFeed}>
              <Say text="settings.feedForget" />
            </button>
          )}
        </p>
      </form>
    </Section>
  );
}
