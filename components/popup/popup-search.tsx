import type { Situation } from "../../utils/core/view/situation.ts";
import { type SearchHit, ServiceSearch } from "../shared/service-search.tsx";

type Hit = SearchHit & { host: string; service: Situation["service"] };

export type PopupSearchActions = { find: (query: string) => Promise<Hit[]>; choose: (hit: Hit) => void };

/** Searches for any other service without leaving the popup. */
export function PopupSearch({ actions }: { actions: PopupSearchActions }) {
  return <ServiceSearch label="popup.search" search={actions.find} onChoose={actions.choose} />;
}
