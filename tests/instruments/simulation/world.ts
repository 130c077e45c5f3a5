import type { Watched } from "../../../server/detect/detector.ts";

/**
 * A catalogue of 2,000 services as the simulation has it. Figures and why:
 * - people open about two catalogued services in ten minutes of browsing (half of the four or so sites they open), spread over
 *   the services by Zipf's law: the first is opened by 8 % of active people in ten minutes, the hundredth by 0.3 %;
 * - where services are hosted: shares of a popularity list as CDN and cloud surveys of recent years give them, rounded;
 * - for a third of the services it is unknown where they are hosted, so only the reports name it.
 */
export const SERVICES = 2000;
const OPENED_IN_TEN_MINUTES = 2;
const ZIPF_SHIFT = 3;

/** Parts of the catalogue by the place that hosts them. */
export const PLACES: readonly (readonly [place: string, share: number])[] = [
  ["cloudflare", 0.22],
  ["aws/us-east-1", 0.1],
  ["aws/eu-west-1", 0.05],
  ["aws/us-west-2", 0.04],
  ["aws/us-west-1", 0.01],
  ["aws", 0.03],
  ["akamai", 0.08],
  ["gcp/us-central1", 0.04],
  ["gcp/europe-west1", 0.02],
  ["azure", 0.06],
  ["fastly", 0.05],
  ["", 0.3],
];

export type SimulatedService = Watched & {
  /** Part of active people who open it in ten minutes. */
  reach: number;
  /** Where it is really hosted; "" if at a place of its own. */
  place: string;
};

/** Services of the long tail, most popular first; the places are dealt evenly over all ranks. */
export function tailServices(count: number = SERVICES): SimulatedService[] {
  const weights = Array.from({ length: count }, (_, rank) => 1 / (rank + ZIPF_SHIFT));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight, rank) => {
    // The golden ratio deals places evenly without any pattern of ranks.
    const place = placeAt((rank * 0.618034) % 1);
    const known = place !== "" && (rank * 0.754878) % 1 < 2 / 3;
    return { id: `tail-${rank + 1}`, on: known ? [place] : [], reach: (OPENED_IN_TEN_MINUTES * weight) / total, place };
  });
}

function placeAt(position: number): string {
  let sum = 0;
  for (const [place, share] of PLACES) {
    sum += share;
    if (position < sum) return place;
  }
  return "";
}
