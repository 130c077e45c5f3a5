import { type Mute, muteFor } from "../../utils/core/alerts/mutes.ts";
import { namedPlace } from "../../utils/core/diagnosis/named-place.ts";
import type { Situation } from "../../utils/core/view/situation.ts";
import { MuteButton, type MuteChange } from "../shared/mute-button.tsx";

type Props = { situation: Situation; siteName: string | null; mute: Mute | null; onChange: MuteChange };

/** Offers to mute an outage, or a way that is cut, by its place and anything else by its site. Trouble on the person's own side cannot be muted. */
export function MuteOffer({ situation, siteName, mute, onChange }: Props) {
  const { verdict, service } = situation;
  if (mute !== null) return <MuteButton mute={mute} muted onChange={onChange} />;
  const place = namedPlace(verdict);
  if (place !== null) return <MuteButton mute={{ kind: "place", ...place }} muted={false} onChange={onChange} />;
  const aboutSite = verdict.scope === "site" || verdict.scope === "unclear" || verdict.cause === "blocked";
  if (!aboutSite || verdict.site === null) return null;
  const known = service === null ? null : { id: service.id, name: siteName ?? service.name };
  return <MuteButton mute={muteFor(verdict.site, known)} muted={false} onChange={onChange} />;
}
