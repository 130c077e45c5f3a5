import type { MessageKey } from "../../utils/browser/message-key.ts";
import { SECOND } from "../../utils/core/time.ts";
import { moment } from "../../utils/core/view/moment.ts";
import type { ReportCurve } from "../../utils/core/view/report-curve.ts";
import { Say, useWords } from "./words.tsx";

const TRENDS: { [trend in ReportCurve["trend"]]: MessageKey } = {
  rising: "crowd.rising",
  falling: "crowd.falling",
  steady: "crowd.steady",
};

const WIDTH = 300;
const HEIGHT = 56;

/** The curve of reports. Time runs from left to right in every language, so it is not mirrored. */
export function Curve({ curve, baseline, now }: { curve: ReportCurve; baseline: number; now: number }) {
  const words = useWords();
  const span = { seconds: curve.length / SECOND };
  const sentence = words.text("crowd.curve", {
    span,
    peak: curve.peak,
    at: moment(curve.peakAt, now),
    trend: { key: TRENDS[curve.trend], values: {} },
  });
  const x = (index: number) => (index / (curve.values.length - 1)) * WIDTH;
  const y = (value: number) => HEIGHT - 2 - (value / curve.peak) * (HEIGHT - 8);
  const line = curve.values.map((value, index) => `${index === 0 ? "M" : "L"}${x(index).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  return (
    <figure class="curve" dir="ltr">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={sentence}>
        <path class="area" d={`${line}L${WIDTH} ${HEIGHT}L0 ${HEIGHT}Z`} />
        {baseline > 0 && <path class="usual" d={`M0 ${y(Math.min(baseline, curve.peak)).toFixed(1)}H${WIDTH}`} />}
        <path class="line" d={line} />
      </svg>
      <figcaption aria-hidden="true">
        <span dir={words.direction}>
          <Say text="crowd.start" values={{ span }} />
        </span>
        <span dir={words.direction}>
          <Say text="crowd.end" />
        </span>
      </figcaption>
    </figure>
  );
}
