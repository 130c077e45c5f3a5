import { useEffect, useState } from "preact/hooks";
import { ExactBytes } from "../shared/exact-bytes.tsx";
import { Say } from "../shared/words.tsx";

/** What may be said about a site: the exact bytes that would be sent; nothing; or something that the feed takes from nobody. */
export type Reportable = { bytes: string } | "nothing" | "not taken";

export type ReportActions = {
  preview: (site: string) => Promise<Reportable>;
  /** Resolves to whether exactly these bytes are queued. */
  send: (site: string, shown: string) => Promise<boolean>;
};

type Step = { at: "nothing" | "not taken" | "sent" | "late" } | { at: "offer" | "preview"; bytes: string };

const SAID = { "not taken": "report.notTaken", sent: "report.sent", late: "report.late" } as const;

/** Sends one report that a site fails: the exact bytes are shown first, then the person decides. */
export function ReportOffer({ site, actions }: { site: string; actions: ReportActions }) {
  const [step, setStep] = useState<Step>({ at: "nothing" });
  useEffect(() => {
    let cancelled = false;
    const offer = (found: Reportable) => !cancelled && setStep(typeof found === "string" ? { at: found } : { at: "offer", ...found });
    actions.preview(site).then(offer, () => offer("nothing"));
    return () => {
      cancelled = true;
    };
  }, [site, actions]);

  if (step.at === "nothing") return null;
  if (!("bytes" in step)) {
    return (
      <p role="status">
        <Say text={SAID[step.at]} />
      </p>
    );
  }
  const { bytes } = step;
  if (step.at === "offer") {
    return (
      <button type="button" class="press" data-testid="report" onClick={() => setStep({ at: "preview", bytes })}>
        <Say text="report.offer" />
      </button>
    );
  }
  const send = () =>
    actions.send(site, bytes).then(
      (sent) => setStep({ at: sent ? "sent" : "late" }),
      () => setStep({ at: "late" }),
    );
  return (
    <div class="report-preview" data-testid="report-preview">
      <p>
        <Say text="report.explain" />
      </p>
      <ExactBytes bytes={bytes} />
      <p class="pair">
        <button type="button" class="press" onClick={send} data-testid="report-send">
          <Say text="report.send" />
        </button>
        <button type="button" class="press" onClick={() => setStep({ at: "offer", bytes })}>
          <Say text="report.keep" />
        </button>
      </p>
    </div>
  );
}
