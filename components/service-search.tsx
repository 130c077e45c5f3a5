import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { MessageKey } from "../utils/message-key.ts";
import { Say, useWords } from "./words.tsx";

/** A service or site that can be asked about. */
export type Found = { name: string; site: string };

type Props<Hit extends Found> = {
  label: MessageKey;
  /** What to search for at once, from the address bar. */
  asked?: string;
  /** Null while the catalogue is being read. */
  search: ((words: string) => Hit[]) | null;
  /** The person is about to search. */
  onFocus?: () => void;
  onChoose: (hit: Hit) => void;
  /** What is known of the one that was chosen. */
  children?: ComponentChildren;
};

/** Finds any service by name or address, and shows what is known of it. */
export function ServiceSearch<Hit extends Found>({ label, asked: askedAtFirst = "", search, onFocus, onChoose, children }: Props<Hit>) {
  const words = useWords();
  const [asked, setAsked] = useState(askedAtFirst);
  const id = useId();
  const found = asked.trim() === "" || search === null ? [] : search(asked);
  const choose = (hit: Hit) => {
    setAsked("");
    onChoose(hit);
  };
  return (
    <search>
      <label for={id}>
        <Say text={label} />
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        dir={asked === "" ? undefined : "auto"}
        placeholder={words.text("dashboard.searchHint")}
        value={asked}
        onFocus={onFocus}
        onInput={(event) => setAsked(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && found[0] !== undefined && choose(found[0])}
      />
      <div role="status">
        {asked.trim() !== "" && search !== null && found.length === 0 && (
          <p>
            <Say text="dashboard.searchNone" />
          </p>
        )}
        <ul class="found">
          {found.map((hit) => (
            <li key={hit.site}>
              <button type="button" class="press" onClick={() => choose(hit)}>
                <bdi>{hit.name}</bdi>
                {hit.name !== hit.site && <bdi class="host">{hit.site}</bdi>}
              </button>
            </li>
          ))}
        </ul>
      </div>
      {children}
    </search>
  );
}
