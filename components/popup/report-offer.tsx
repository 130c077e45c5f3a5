import { useEffect, useState } from "preact/hooks";
import { ExactBytes } from "../shared/exact-bytes.tsx";
import { Say } from "../shared/words.tsx";

export type ReportActions = {
  /** The exact bytes that would be sent about the site; null where nothing may be reported. */
  preview: (site: string) => Promise<string | null>;
  /** Resolves to whether exactly these bytes are queued. */
  send: (site: string, shown: string) => Promise<boolean>;
};

type Step = { at: "nothing" | "sent" | "late" } | { at: "offer" | "preview"; bytes: string };

/** Sends one report that a site fails: the exact bytes are shown first, then the person decides. */
export function ReportOffer({ site, actions }: { site: string; actions: ReportActions }) {
  const [step, setStep] = useState<Step>({ at: "nothing" });
  useEffect(() => {
    let cancelled = false;
    const offer = (bytes: string | null) => !cancelled && setStep(bytes === null ? { at: "nothing" } : { at: "offer", bytes });
    actions.preview(site).then(offer, () => offer(null));
    return () => {
      cancelled = true;
    };
  }, [site, actions]);

  if (step.at === "nothing") return null;
  if (!("bytes" in step)) {
    return (
      <p role="status">
        <Say text={step.at === "sent" ? "report.sent" : "report.late"} />
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
