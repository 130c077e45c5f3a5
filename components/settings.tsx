import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { FeedFormProblem, FeedFormReading } from "../utils/core/feed-form.ts";
import type { MessageKey } from "../utils/message-key.ts";
import { ConfirmButton } from "./confirm-button.tsx";
import { type Reporting, ReportingChoice } from "./reporting-choice.tsx";
import { Section } from "./section.tsx";
import { Say } from "./words.tsx";

/** All that the settings page draws. */
export type SettingsData = {
  access: "full" | "basic";
  feed: { from: "build" | "person"; mirrors: string[] } | null;
  /** Null where no feed is set: then there is nobody to tell. */
  reporting: Reporting | null;
  historyDays: number;
  erased: boolean;
};

export type SettingsActions = {
  allowFullAccess: () => void;
  withdrawFullAccess: () => void;
  setReporting: (given: boolean) => void;
  /** Takes the feed into use where it reads well. */
  useFeed: (addresses: string, key: string) => FeedFormReading;
  forgetFeed: () => void;
  keepHistory: (days: number) => void;
  saveTrace: (standIns: boolean) => void;
  eraseAll: () => void;
};

const RETENTIONS = [0, 7, 30, 90, 365];

/** Everything a person can decide, on one page. */
export function Settings({ data, actions }: { data: SettingsData; actions: SettingsActions }) {
  return (
    <main class="sheet" data-access={data.access}>
      <header>
        <h1>
          <Say text="settings.title" />
        </h1>
        <a href="/dashboard.html">
          <Say text="links.dashboard" />
        </a>
      </header>
      <Section name="access-setting" heading={<Say text="settings.access" />}>
        <p>
          <Say text={data.access === "full" ? "settings.accessFull" : "settings.accessBasic"} />
        </p>
        {data.access === "full" ? (
          <Press onPress={actions.withdrawFullAccess}>
            <Say text="settings.withdraw" />
          </Press>
        ) : (
          <Press onPress={actions.allowFullAccess}>
            <Say text="access.allow" />
          </Press>
        )}
      </Section>
      {data.reporting !== null && <ReportsSetting reporting={data.reporting} onChange={actions.setReporting} />}
      <FeedSetting feed={data.feed} actions={actions} />
      <Retention days={data.historyDays} onChange={actions.keepHistory} />
      <TraceSetting onSave={actions.saveTrace} />
      <Section name="erase-setting" heading={<Say text="settings.erase" />}>
        <p role="status">{data.erased ? <Say text="settings.erased" /> : <Say text="settings.eraseExplain" />}</p>
        <ConfirmButton text="settings.eraseAll" onConfirm={actions.eraseAll} />
      </Section>
    </main>
  );
}

function Press({ onPress, children }: { onPress: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="press" onClick={onPress}>
      {children}
    </button>
  );
}

function ReportsSetting({ reporting, onChange }: { reporting: Reporting; onChange: (given: boolean) => void }) {
  const { consent, sent } = reporting;
  return (
    <Section name="reports-setting" heading={<Say text="settings.reports" />}>
      <ReportingChoice reporting={reporting} onChange={onChange} />
      {consent && (
        <>
          <h3>
            <Say text="settings.sent" />
          </h3>
          {sent.length === 0 && (
            <p>
              <Say text="settings.sentNone" />
            </p>
          )}
          {sent.map(({ bytes, sentAt }) => (
            <pre key={sentAt} dir="ltr">
              <code>{bytes}</code>
            </pre>
          ))}
        </>
      )}
    </Section>
  );
}

const PROBLEMS: { [problem in FeedFormProblem]: MessageKey } = {
  "no-address": "settings.feedProblem.noAddress",
  "not-an-address": "settings.feedProblem.notAnAddress",
  "not-encrypted": "settings.feedProblem.notEncrypted",
  "not-a-key": "settings.feedProblem.notAKey",
};

function FeedSetting({ feed, actions }: { feed: SettingsData["feed"]; actions: SettingsActions }) {
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
            <Press onPress={actions.forgetFeed}>
              <Say text="settings.feedForget" />
            </Press>
          )}
        </p>
      </form>
    </Section>
  );
}

function TraceSetting({ onSave }: { onSave: (standIns: boolean) => void }) {
  const [standIns, setStandIns] = useState(true);
  return (
    <Section name="trace-setting" heading={<Say text="settings.trace" />}>
      <p>
        <Say text="settings.traceExplain" />
      </p>
      <label class="choose">
        <input type="checkbox" checked={standIns} onChange={(event) => setStandIns(event.currentTarget.checked)} />
        <Say text="settings.traceStandIns" />
      </label>
      <Press onPress={() => onSave(standIns)}>
        <Say text="settings.traceSave" />
      </Press>
    </Section>
  );
}

function Retention({ days, onChange }: { days: number; onChange: (days: number) => void }) {
  return (
    <Section name="history-setting" heading={<Say text="history.heading" />}>
      <fieldset>
        <legend>
          <Say text="settings.keep" />
        </legend>
        {RETENTIONS.map((choice) => (
          <label key={choice} class="choose">
            <input type="radio" name="history-days" checked={days === choice} onChange={() => onChange(choice)} />
            {choice === 0 ? <Say text="settings.keepNone" /> : <Say text="settings.keepDays" values={{ count: choice }} />}
          </label>
        ))}
      </fieldset>
    </Section>
  );
}
