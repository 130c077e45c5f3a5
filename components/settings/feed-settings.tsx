import type { ComponentChildren } from "preact";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { FeedFormReading } from "../../utils/core/feed/added-feed-form.ts";
import type { FeedStatus } from "../../utils/core/view/feed-status.ts";
import { FeedStatusLine } from "../shared/feed-status-line.tsx";
import { Section } from "../shared/section.tsx";
import { Say } from "../shared/words.tsx";
import { AddFeed } from "./add-feed.tsx";

/** A feed in use, as the settings show it. */
export type FeedInUse = {
  name: string;
  rootKey: string;
  mirrors: string[];
  from: "build" | "policy" | "person";
  /** The browser lets the extension ask all its mirrors without naming this installation. */
  allowed: boolean;
  status: FeedStatus;
};

/** What the settings show about feeds. */
export type FeedSettingsData = {
  feeds: FeedInUse[];
  /** This build has a feed, and the person has turned it off. */
  builtInOff: boolean;
  askStatusPages: boolean;
  /** The organisation has decided about status pages, so the person cannot. */
  askIsSet: boolean;
  /** The popup offers to ask the feed's server about a failing host. */
  askElsewhere: boolean;
  /** The organisation has decided about that. */
  elsewhereIsSet: boolean;
  /** Milliseconds of the epoch, for the ages of feeds. */
  now: number;
};

export type FeedSettingsActions = {
  /** Adds a feed to those in use where its addresses and key are valid. */
  useFeed: (addresses: string, key: string) => FeedFormReading;
  /** Asks the browser for what a feed needs that is not `allowed`. */
  allowFeed: (mirrors: string[]) => void;
  forgetFeed: (rootKey: string) => void;
  useBuiltInFeed: (used: boolean) => void;
  askStatusPages: (allowed: boolean) => void;
  askElsewhere: (offered: boolean) => void;
};

type Props = { data: FeedSettingsData; actions: FeedSettingsActions };

const ORIGINS: { [from in FeedInUse["from"]]: MessageKey } = {
  build: "settings.feedFrom.build",
  policy: "settings.feedFrom.policy",
  person: "settings.feedFrom.person",
};

/** The feeds in use and their ages; adds and removes feeds, and allows status pages to be read where no feed is current. */
export function FeedSettings({ data, actions }: Props) {
  return (
    <Section name="feed-setting" heading={<Say text="settings.feed" />}>
      {data.feeds.length === 0 && (
        <p>
          <Say text="settings.feedNone" />
        </p>
      )}
      <ul class="feeds">
        {data.feeds.map((feed) => (
          <FeedItem key={feed.rootKey} feed={feed} now={data.now} actions={actions} />
        ))}
      </ul>
      {data.builtInOff && (
        <button type="button" class="press" onClick={() => actions.useBuiltInFeed(true)}>
          <Say text="settings.feedBack" />
        </button>
      )}
      <AddFeed inUse={data.feeds.map(({ rootKey }) => rootKey)} onAdd={actions.useFeed} />
      <Choice
        name="ask"
        checked={data.askStatusPages}
        isSet={data.askIsSet}
        explain="settings.askExplain"
        onChange={actions.askStatusPages}
      >
        <Say text="settings.ask" />
      </Choice>
      <Choice
        name="elsewhere"
        checked={data.askElsewhere}
        isSet={data.elsewhereIsSet}
        explain="settings.elsewhereExplain"
        onChange={actions.askElsewhere}
      >
        <Say text="settings.elsewhere" />
      </Choice>
    </Section>
  );
}

type ChoiceProps = {
  name: string;
  checked: boolean;
  /** The organisation has decided, so the person cannot. */
  isSet: boolean;
  explain: MessageKey;
  onChange: (checked: boolean) => void;
  children: ComponentChildren;
};

function Choice({ name, checked, isSet, explain, onChange, children }: ChoiceProps) {
  return (
    <>
      <label class="choose">
        <input type="checkbox" name={name} checked={checked} disabled={isSet} onChange={(event) => onChange(event.currentTarget.checked)} />
        {children}
      </label>
      <p>
        <Say text={isSet ? "settings.feedFrom.policy" : explain} />
      </p>
    </>
  );
}

function FeedItem({ feed, now, actions }: { feed: FeedInUse; now: number; actions: FeedSettingsActions }) {
  const { name, rootKey, mirrors, from, allowed, status } = feed;
  const remove = () => (from === "build" ? actions.useBuiltInFeed(false) : actions.forgetFeed(rootKey));
  return (
    <li data-feed={status.state}>
      <p>
        <bdi dir="ltr">{name}</bdi>
        {" – "}
        <Say text={ORIGINS[from]} />
      </p>
      <p>
        <FeedStatusLine feed={status} now={now} />
      </p>
      {!allowed && (
        <p>
          <Say text="settings.feedNotAllowed" />{" "}
          <button type="button" class="press" data-testid="allow-feed" onClick={() => actions.allowFeed(mirrors)}>
            <Say text="settings.feedAllow" />
          </button>
        </p>
      )}
      {from !== "policy" && (
        <button type="button" class="press quiet" onClick={remove}>
          <Say text="settings.feedForget" />
        </button>
      )}
    </li>
  );
}
