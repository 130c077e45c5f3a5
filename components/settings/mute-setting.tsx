import { useId, useState } from "preact/hooks";
import { type Mute, muteKey } from "../../utils/core/alerts/mutes.ts";
import { type MuteChange, mutedName } from "../shared/mute-button.tsx";
import { Section } from "../shared/section.tsx";
import { Say, Text, useWords } from "../shared/words.tsx";

type Props = { mutes: Mute[]; find: (query: string) => Mute[]; onMute: MuteChange };

/** The list of mutes, and a search to add to it. */
export function MuteSetting({ mutes, find, onMute }: Props) {
  const words = useWords();
  const [query, setQuery] = useState("");
  const id = useId();
  const known = new Set(mutes.map(muteKey));
  const found = query.trim() === "" ? [] : find(query).filter((mute) => !known.has(muteKey(mute)));
  const add = (mute: Mute) => {
    setQuery("");
    onMute(mute, true);
  };
  return (
    <Section name="mute-setting" heading={<Say text="settings.mutes" />}>
      <p>
        <Say text="settings.mutesExplain" />
      </p>
      {mutes.length === 0 ? (
        <p class="note">
          <Say text="settings.mutesNone" />
        </p>
      ) : (
        <ul class="muted">
          {mutes.map((mute) => (
            <li key={muteKey(mute)}>
              <Name mute={mute} />
              <button type="button" class="press" onClick={() => onMute(mute, false)}>
                <Say text="mute.undo" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <label for={id} class="above">
        <Say text="settings.mutesAdd" />
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        dir={query === "" ? undefined : "auto"}
        placeholder={words.text("settings.mutesHint")}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && found[0] !== undefined && add(found[0])}
      />
      <div role="status">
        {query.trim() !== "" && found.length === 0 && (
          <p>
            <Say text="settings.mutesNotFound" />
          </p>
        )}
        <ul class="found">
          {found.map((mute) => (
            <li key={muteKey(mute)}>
              <button type="button" class="press" onClick={() => add(mute)}>
                <Name mute={mute} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </Section>
  );
}

function Name({ mute }: { mute: Mute }) {
  const words = useWords();
  const name = mutedName(mute);
  if (typeof name === "string") return <bdi>{name}</bdi>;
  return mute.kind === "place" ? <Text text={words.place(mute.provider, mute.region)} /> : null;
}
