import { useId, useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import type { Station, StationName } from "../../utils/core/view/path-stations.ts";
import { StationMark } from "./station-mark.tsx";
import { Say, Sentence, Text, useWords } from "./words.tsx";

const NAMES: { [name in StationName]: MessageKey } = {
  you: "path.station.you",
  network: "path.station.network",
  site: "path.station.site",
  cloud: "path.station.cloud",
};

const STATES: { [state in Station["state"]]: MessageKey } = {
  fine: "path.state.fine",
  broken: "path.state.broken",
  unknown: "path.state.unknown",
  suspected: "path.state.suspected",
};

/** Letters of a name that fit under a station in one line; the headline shows a longer name. */
const LABEL_FITS = 11;

/** The name under a station. A host name may break before its dots. */
function Label({ name, label }: Station) {
  const words = useWords();
  if (label !== null && typeof label !== "string" && "wayTo" in label)
    return <Say text="path.wayTo" values={{ place: { provider: label.wayTo, region: null } }} />;
  if (label !== null && typeof label !== "string") return <Text text={words.place(label.provider, null)} />;
  const parts = label?.split(/(?=[. ])/) ?? [];
  if (parts.length === 0 || parts.some((part) => part.length > LABEL_FITS)) return <Say text={NAMES[name]} />;
  return (
    <bdi>
      {parts.map((part, index) => (
        <>
          {index > 0 && <wbr />}
          {part}
        </>
      ))}
    </bdi>
  );
}

/**
 * The four stations in a line. Each is a button that shows its proof on hover, focus and touch, and hides it on Escape, so that
 * keyboard, touch and screen reader get the same.
 */
export function Path({ stations }: { stations: Station[] }) {
  const words = useWords();
  const [shown, show] = useState<StationName | null>(null);
  const id = useId();
  return (
    <ol
      class="path"
      aria-label={words.text("path.label")}
      onKeyDown={(event) => event.key === "Escape" && show(null)}
      onMouseLeave={() => show(null)}
    >
      {stations.map((station) => (
        <li
          key={station.name}
          class={`station ${station.state}`}
          data-station={station.name}
          data-state={station.state}
          data-shown={shown === station.name}
        >
          <button
            type="button"
            aria-describedby={`${id}-${station.name}`}
            onMouseEnter={() => show(station.name)}
            onFocus={() => show(station.name)}
            onBlur={() => show(null)}
            onClick={() => show(station.name)}
          >
            <StationMark name={station.name} state={station.state} />
            <span class="name">
              <Label {...station} />
            </span>
            <span class="unseen">{words.text(STATES[station.state])}</span>
          </button>
          <span role="tooltip" id={`${id}-${station.name}`} class="proof">
            <Sentence message={station.proof} />
          </span>
        </li>
      ))}
    </ol>
  );
}
