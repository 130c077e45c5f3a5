import { useState } from "preact/hooks";
import type { Situation } from "../utils/core/situation.ts";
import { type Found, ServiceSearch } from "./service-search.tsx";

type Hit = Found & { service: Situation["service"] };

export type PopupSearchActions = {
  /** Reads the catalogue; only when somebody is about to search, so that no popup waits for it. */
  load: () => Promise<(words: string) => Hit[]>;
  choose: (hit: Hit) => void;
};

/** Asks about any other service without leaving the popup. */
export function PopupSearch({ actions }: { actions: PopupSearchActions }) {
  const [search, setSearch] = useState<((words: string) => Hit[]) | null>(null);
  const load = () => {
    if (search === null) void actions.load().then((find) => setSearch(() => find));
  };
  return <ServiceSearch label="popup.search" search={search} onFocus={load} onChoose={actions.choose} />;
}
