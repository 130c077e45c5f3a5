import { useEffect, useState } from "preact/hooks";
import { ExactBytes } from "../shared/exact-bytes.tsx";
import { Say } from "../shared/words.tsx";

export type ReportActions = {
  /** The exact bytes that would be sent about the site; null when there is nothing worth telling. */
  preview: (site: string) => Promise<string | null>;
  /** Resolves to whether exactly these bytes are on their way. */
  send: (site: string, shown: string) => Promise<boolean>;
};

type Step = { at: "nothing" | "sent" | "late" } | { at: "offer" | "preview"; bytes: string };

/** Tells others that a site fails, once and by hand: first the exact bytes are shown, then the person decides. */
export function ReportOffer({ site, actions }: { site: string; actions: ReportActions }) {
  const [step, setStep] = useState<Step>({ at: "nothing" });
  useEffect(() => {
    let gone = false;
    const offer = (bytes: string | null) => !gone && setStep(bytes === null ? { at: "nothing" } : { at: "offer", bytes });
    actions.preview(site).then(offer, () => offer(null));
    return () => {
      gone = true;
    };
  }, [site, actions]);

  if (step.at === "nothing") return null;
  if (!("bytes" in step)) {
    return (
      <p role="status">
        <Say text={step.at === "sent" ? "tell.sent" : "tell.late"} />
      </p>
    );
  }
  const { bytes } = step;
  if (step.at === "offer") {
    return (
      <button type="button" class="press" data-testid="report" onClick={() => setStep({ at: "preview", bytes })}>
        <Say text="tell.offer" />
      </button>
    );
  }
  const send = () =>
    actions.send(site, bytes).then(
      (sent) => setStep({ at: sent ? "sent" : "late" }),
      () => setStep({ at: "late" }),
    );
  return (
    <div class="tell" data-testid="report-preview">
      <p>
        <Say text="tell.explain" />
      </p>
      <ExactBytes bytes={bytes} />
      <p class="pair">
        <button type="button" class="press" onClick={send} data-testid="report-send">
          <Say text="tell.send" />
        </button>
        <button type="button" class="press" onClick={() => setStep({ at: "offer", bytes })}>
          <Say text="tell.keep" />
        </button>
      </p>
    </div>
  );
}
