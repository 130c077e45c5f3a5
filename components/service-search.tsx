import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Say, useWords } from "./words.tsx";

/** A service or site that can be asked about. */
export type Found = { name: string; site: string };

type Props<Hit extends Found> = {
  /** What to search for at once, from the address bar. */
  asked: string;
  search: (words: string) => Hit[];
  onChoose: (hit: Hit) => void;
  /** What is known of the one that was chosen. */
  children: ComponentChildren;
};

/** Finds any service by name or address, and shows what is known of it. */
export function ServiceSearch<Hit extends Found>({ asked: askedAtFirst, search, onChoose, children }: Props<Hit>) {
  const words = useWords();
  const [asked, setAsked] = useState(askedAtFirst);
  const id = useId();
  const found = asked.trim() === "" ? [] : search(asked);
  return (
    <search>
      <label for={id}>
        <Say text="dashboard.search" />
      </label>
      <input
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        placeholder={words.text("dashboard.searchHint")}
        value={asked}
        onInput={(event) => setAsked(event.currentTarget.value)}
      />
      <div role="status">
        {asked.trim() !== "" && found.length === 0 && (
          <p>
            <Say text="dashboard.searchNone" />
          </p>
        )}
        <ul class="found">
          {found.map((hit) => (
            <li key={hit.site}>
              <button type="button" class="press" onClick={() => onChoose(hit)}>
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
