import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Station, StationName } from "../../utils/core/view/path-stations.ts";
import type { Reporting } from "../../utils/pages/reporting-choice.ts";
import { ReportingChoice } from "../shared/reporting-choice.tsx";
import { StationMark } from "../shared/station-mark.tsx";
import { Say } from "../shared/words.tsx";

/** The person's answer to the question about full access. `open`: none yet. `refused`: the browser did not grant it. */
export type AccessAnswer = "open" | "granted" | "declined" | "refused";

type Props = {
  answer: AccessAnswer;
  onAllow: () => void;
  onDecline: () => void;
  /** Null where no feed is set: then nobody would receive reports. */
  reporting: Reporting | null;
  onReporting: (consent: boolean) => void;
  /** The browser hides our toolbar button until the person pins it. */
  isButtonHidden: boolean;
};

const LEGEND: { name: StationName; state: Station["state"]; title: MessageKey; text: MessageKey }[] = [
  { name: "you", state: "fine", title: "path.station.you", text: "welcome.you" },
  { name: "network", state: "fine", title: "path.station.network", text: "welcome.network" },
  { name: "site", state: "unknown", title: "path.station.site", text: "welcome.site" },
  { name: "cloud", state: "broken", title: "path.station.cloud", text: "welcome.cloud" },
];

/** What the extension does, and two questions with two equal answers each. */
export function Welcome({ answer, onAllow, onDecline, reporting, onReporting, isButtonHidden }: Props) {
  return (
    <main class="welcome provider" data-access={answer}>
      <h1>
        <Say text="welcome.title" />
      </h1>
      <p class="lead">
        <Say text="welcome.lead" />
      </p>
      <ol class="legend">
        {LEGEND.map(({ name, state, title, text }) => (
          <li key={name}>
            <StationMark name={name} state={state} />
            <h2>
              <Say text={title} />
            </h2>
            <p>
              <Say text={text} />
            </p>
          </li>
        ))}
      </ol>
      {isButtonHidden && (
        <p class="pin" data-testid="pin">
          <PuzzlePiece /> <Say text="welcome.pin" />
        </p>
      )}
      <section class="choice" aria-labelledby="choice">
        <h2 id="choice">
          <Say text="welcome.accessHeading" />
        </h2>
        <dl>
          <div>
            <dt>
              <Say text="welcome.basicHeading" />
            </dt>
            <dd>
              <Say text="welcome.basic" />
            </dd>
          </div>
          <div>
            <dt>
              <Say text="welcome.fullHeading" />
            </dt>
            <dd>
              <Say text="welcome.full" />
            </dd>
          </div>
        </dl>
        <p class="promise">
          <Say text="welcome.promise" />
        </p>
        {answer !== "granted" && (
          <div class="buttons">
            <button type="button" class="press" onClick={onAllow} data-testid="allow">
              <Say text="welcome.allow" />
            </button>
            <button type="button" class="press" onClick={onDecline} data-testid="not-now">
              <Say text="welcome.notNow" />
            </button>
          </div>
        )}
        <p class="outcome" role="status">
          {answer === "granted" && (
            <>
              <Say text="welcome.granted" />{" "}
              <a href="/dashboard.html">
                <Say text="links.dashboard" />
              </a>
            </>
          )}
          {answer === "declined" && <Say text="welcome.declined" />}
          {answer === "refused" && <Say text="welcome.refused" />}
        </p>
      </section>
      {reporting !== null && (
        <section class="choice" aria-labelledby="reports" data-testid="reporting">
          <h2 id="reports">
            <Say text="settings.reports" />
          </h2>
          <ReportingChoice reporting={reporting} onChange={onReporting} />
        </section>
      )}
    </main>
  );
}

/** The puzzle piece behind which browsers hide toolbar buttons. */
function PuzzlePiece() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path d="M9.5 5.5a2 2 0 1 1 4 0V7H18v4.5h-1.3a2 2 0 1 0 0 4H18V20H6v-4.5h1.3a2 2 0 1 0 0-4H6V7h3.5Z" />
    </svg>
  );
}
