import type { StationName, StationState } from "../../utils/core/view/path-stations.ts";

/** The glyph inside the ring, on a grid of 24 in the middle of the 48 of the mark. */
const GLYPHS: { [name in StationName]: string } = {
  // a person
  you: "M24 23.2a4.1 4.1 0 1 0 0-8.2 4.1 4.1 0 0 0 0 8.2ZM16.4 32.6c.6-4.2 3.7-6.6 7.6-6.6s7 2.4 7.6 6.6",
  // a router's waves
  network: "M14.6 21.6a13.4 13.4 0 0 1 18.8 0M18 25.4a8.6 8.6 0 0 1 12 0M21.4 29.1a3.8 3.8 0 0 1 5.2 0M24 32.4v.1",
  // a page in its window
  site: "M15.5 16.5h17a1.5 1.5 0 0 1 1.5 1.5v12.5a1.5 1.5 0 0 1-1.5 1.5h-17a1.5 1.5 0 0 1-1.5-1.5V18a1.5 1.5 0 0 1 1.5-1.5ZM14 21.2h20M17.6 25.4h8M17.6 28.4h5",
  // a cloud
  cloud: "M18.6 31.5a5.1 5.1 0 0 1-.7-10.1 6.6 6.6 0 0 1 12.5 1.3 4.5 4.5 0 0 1-.3 8.8Z",
};

const RING = "M24 4.5a19.5 19.5 0 1 1 0 39 19.5 19.5 0 0 1 0-39Z";
/** The same ring broken open: its halves drift apart, and rays fly from the two gaps. */
const BROKEN_RING = "M26.3 3.9A19.5 19.5 0 0 0 7.8 36M40.2 12A19.5 19.5 0 0 1 21.7 44.1";
const RAYS = "M32.6 9.1l2.9-5M15.4 38.9l-2.9 5";

/** One station of the path. Its shape alone shows the state: a tick, a broken ring, a dashed ring, a question mark. */
export function StationMark({ name, state }: { name: StationName; state: StationState }) {
  return (
    <svg class={`mark ${state}`} viewBox="0 0 48 48" aria-hidden="true">
      {state === "broken" ? (
        <>
          <circle class="glow" cx="24" cy="24" r="23" />
          <path class="ring" d={BROKEN_RING} />
          <path class="rays" d={RAYS} />
        </>
      ) : (
        <path class="ring" d={RING} />
      )}
      <path class="glyph" d={GLYPHS[name]} />
      {state === "fine" && (
        <g class="badge">
          <circle cx="38" cy="38" r="8.5" />
          <path d="M34.2 38.2l2.7 2.7 5-5.4" />
        </g>
      )}
      {state === "suspected" && (
        <g class="badge">
          <circle cx="38" cy="38" r="8.5" />
          <path d="M35.6 36a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2.9-1.2 1.7M38 42.2v.1" />
        </g>
      )}
      {state === "broken" && (
        <g class="badge">
          <circle cx="38" cy="38" r="8.5" />
          <path d="M35.2 35.2l5.6 5.6M40.8 35.2l-5.6 5.6" />
        </g>
      )}
    </svg>
  );
}
