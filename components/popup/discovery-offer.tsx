import { useEffect, useState } from "preact/hooks";
import { MINUTE } from "../../utils/core/time.ts";
import type { LookOutcome } from "../../utils/status-pages/look-for-page.ts";
import { Say } from "../shared/words.tsx";
import { OUTCOMES } from "./direct-offer.tsx";

export type DiscoveryActions = {
  /** The names to ask about a site, one alone where its page was found before; none where nobody may be asked. */
  prepare: (site: string) => Promise<string[]>;
  /** Asks them. Call it first in a click handler: it may have to ask for access. */
  look: (search: { site: string; names: readonly string[] }) => Promise<LookOutcome>;
};

type Props = { site: string; actions: DiscoveryActions };
type Step = { result: LookOutcome["result"] | "offered" | "looking"; host: string | null };

const SAID = { ...OUTCOMES, none: "discovery.none" } as const;
const NONE: LookOutcome = { result: "none", host: null };

/** Offers to look for the status page of a site under its usual names, by a press, and asks what was found once a minute while this is open. */
export function DiscoveryOffer({ site, actions }: Props) {
  const [names, setNames] = useState<string[]>([]);
  const [{ result, host }, setStep] = useState<Step>({ result: "offered", host: null });
  const look = (asked: string[]) => actions.look({ site, names: asked }).then(setStep, () => setStep(NONE));
  useEffect(() => void actions.prepare(site).then(setNames, () => null), [site, actions]);
  useEffect(() => {
    if (host === null) return;
    const timer = setInterval(() => document.hidden || look([host]), MINUTE);
    return () => clearInterval(timer);
  }, [host]);

  if (names.length === 0) return null;
  const isLooking = result === "looking";
  const press = () => {
    if (isLooking) return;
    setStep({ result: "looking", host });
    void look(names);
  };
  return (
    <div class="discovery" data-testid="discovery" data-discovery={result}>
      <p role="status">
        {host !== null && (
          <>
            <Say text="discovery.found" values={{ host }} />{" "}
          </>
        )}
        {result in SAID && <Say text={SAID[result as keyof typeof SAID]} values={{ place: host ?? site }} />}
      </p>
      {host === null && result !== "none" && (
        <>
          <p>
            <Say text="discovery.explain" values={{ names }} />
          </p>
          <button type="button" class="press" aria-disabled={isLooking} onClick={press}>
            <Say text={isLooking ? "direct.asking" : names.length === 1 ? "direct.ask" : "discovery.look"} values={{ place: site }} />
          </button>
        </>
      )}
    </div>
  );
}
