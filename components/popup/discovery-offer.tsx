import { useEffect, useState } from "preact/hooks";
import { MINUTE } from "../../utils/core/time.ts";
import type { LookOutcome } from "../../utils/status-pages/look-for-page.ts";
import { Say } from "../shared/words.tsx";

/** The names at which a page may lie; one alone where it was found before. */
export type PageNames = { names: string[]; isKnown: boolean };

export type DiscoveryActions = {
  /** The names to ask about a site; null where none may be asked. */
  prepare: (site: string) => Promise<PageNames | null>;
  /** Asks them. Call it first in a click handler: it may have to ask for access. */
  look: (site: string, names: readonly string[]) => Promise<LookOutcome>;
};

type Props = { site: string; actions: DiscoveryActions };

const SAID = {
  trouble: "discovery.trouble",
  nothing: "discovery.nothing",
  unreadable: "discovery.unreadable",
  none: "discovery.none",
  "too-soon": "direct.tooSoon",
  "not-allowed": "direct.notAllowed",
} as const;

/** Offers to look for the status page of a site under its usual names, by a press, and asks what was found once a minute while this is open. */
export function DiscoveryOffer({ site, actions }: Props) {
  const [page, setPage] = useState<PageNames | null>(null);
  const [outcome, setOutcome] = useState<LookOutcome | "looking" | null>(null);
  const host = outcome !== null && outcome !== "looking" && "host" in outcome ? outcome.host : null;
  useEffect(() => void actions.prepare(site).then(setPage, () => null), [site, actions]);
  useEffect(() => {
    if (host === null) return;
    const timer = setInterval(() => {
      if (!document.hidden) actions.look(site, [host]).then(setOutcome, () => null);
    }, MINUTE);
    return () => clearInterval(timer);
  }, [host, site, actions]);

  if (page === null) return null;
  const isLooking = outcome === "looking";
  const said = isLooking ? null : outcome;
  const press = () => {
    if (isLooking) return;
    setOutcome("looking");
    actions.look(site, page.names).then(setOutcome, () => setOutcome({ result: "none" }));
  };
  return (
    <div class="discovery" data-testid="discovery" data-discovery={isLooking ? outcome : (said?.result ?? "offered")}>
      <p role="status">{said !== null && <Say text={SAID[said.result]} values={{ host: host ?? site, place: site }} />}</p>
      {host === null && said?.result !== "none" && (
        <>
          <p>
            <Say text="discovery.explain" values={{ names: page.names }} />
          </p>
          <button type="button" class="press" aria-disabled={isLooking} onClick={press}>
            {isLooking ? (
              <Say text="discovery.looking" />
            ) : page.isKnown ? (
              <Say text="discovery.again" values={{ host: page.names[0] ?? site }} />
            ) : (
              <Say text="discovery.look" />
            )}
          </button>
        </>
      )}
    </div>
  );
}
