import { networkCount } from "../../utils/core/view/evidence-sentence.ts";
import { moment } from "../../utils/core/view/moment.ts";
import { readCurve } from "../../utils/core/view/report-curve.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { Curve } from "./curve.tsx";
import { Section } from "./section.tsx";
import { Say } from "./words.tsx";

type Props = { crowd: NonNullable<Situation["crowd"]>; endsAt: number; now: number };

/** What other people report, as numbers and as a curve. `endsAt`: when the curve ends, milliseconds of the epoch. */
export function Crowd({ crowd, endsAt, now }: Props) {
  const curve = readCurve(crowd.series, endsAt);
  return (
    <Section name="crowd" heading={<Say text="crowd.heading" />}>
      <p>
        <Say text="crowd.now" values={{ count: crowd.reporters, networks: networkCount(crowd.networks) }} />{" "}
        {crowd.baseline > 0 && <Say text="crowd.usual" values={{ usual: crowd.baseline }} />}{" "}
        {crowd.first !== null && <Say text="crowd.first" values={{ first: moment(crowd.first, now) }} />}
      </p>
      {curve !== null && <Curve curve={curve} baseline={crowd.baseline} now={now} />}
    </Section>
  );
}
