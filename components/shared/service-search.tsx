import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { Say, useWords } from "./words.tsx";

/** A service or site that a search found. */
export type SearchHit = { name: string; site: string };

type Props<Hit extends SearchHit> = {
  label: MessageKey;
  /** What to search for at once, from the address bar. */
  initialQuery?: string;
  search: (query: string) => Hit[] | Promise<Hit[]>;
  onChoose: (hit: Hit) => void;
  /** What is known of the one that was chosen. */
  children?: ComponentChildren;
};

/** Finds any service by name or address, and shows what is known of it. */
export function ServiceSearch<Hit extends SearchHit>({ label, initialQuery = "", search, onChoose, children }: Props<Hit>) {
  const words = useWords();
  const [query, setQuery] = useState(initialQuery);
  const id = useId();
  /** Null without a query, or while the answer is awaited. */
  const [found, setFound] = useState<Hit[] | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let cancelled = false;
    if (query.trim() === "") setFound(null);
    else void Promise.resolve(search(query)).then((hits) => !cancelled && setFound(hits));
    return () => {
      cancelled = true;
    };
  }, [query]);
  const choose = (hit: Hit) => {
    setQuery("");
    onChoose(hit);
    input.current?.focus();
  };
  return (
    <search>
      <label for={id}>
        <Say text={label} />
      </label>
      <input
        ref={input}
        id={id}
        type="search"
        autocomplete="off"
        spellcheck={false}
        dir={query === "" ? undefined : "auto"}
        placeholder={words.text("dashboard.searchHint")}
        value={query}
        onInput={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => event.key === "Enter" && found?.[0] !== undefined && choose(found[0])}
      />
      <div role="status">
        {found?.length === 0 && (
          <p>
            <Say text="dashboard.searchNone" />
          </p>
        )}
        <ul class="found">
          {found?.map((hit) => (
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
