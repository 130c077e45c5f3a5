import { STATIONS, type Station } from "../../utils/core/view/path-stations.ts";
import { say } from "../../utils/core/view/translator.ts";
import { Path } from "./path.tsx";
import { Say } from "./words.tsx";

const NOTHING_KNOWN: Station[] = STATIONS.map((name) => ({ name, state: "unknown", label: null, proof: say("path.unknown") }));

/** Before the first situation: the path with nothing known. The text appears late, so that a quick answer does not flicker. */
export function PopupWaiting() {
  return (
    <main class="popup waiting" data-scope="waiting">
      <header class="answer">
        <Path stations={NOTHING_KNOWN} />
        <h1 class="headline late">
          <Say text="popup.loading" />
        </h1>
      </header>
    </main>
  );
}

/** What the page would show could not be read. */
export function PageProblem() {
  return (
    <main class="popup problem" data-scope="problem">
      <header class="answer">
        <Path stations={NOTHING_KNOWN} />
        <div role="alert">
          <h1 class="headline">
            <Say text="popup.error" />
          </h1>
        </div>
      </header>
    </main>
  );
}
