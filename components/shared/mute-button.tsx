import type { Mute } from "../../utils/core/alerts/mutes.ts";
import type { Value } from "../../utils/core/view/translator.ts";
import { Say } from "./words.tsx";

export type MuteChange = (mute: Mute, muted: boolean) => void;

/** The name of what a mute covers, for a sentence. */
export function mutedName(mute: Mute): Value {
  switch (mute.kind) {
    case "site":
      return mute.site;
    case "service":
      return mute.name;
    case "place":
      return { provider: mute.provider, region: mute.region };
    default:
      return mute satisfies never;
  }
}

/** Mutes what a page shows, or ends the mute; says whether it is muted. */
export function MuteButton({ mute, muted, onChange }: { mute: Mute; muted: boolean; onChange: MuteChange }) {
  const name = mutedName(mute);
  return (
    <span class="mute" data-testid="mute" data-muted={muted}>
      <span role="status">{muted && <Say text="mute.muted" values={{ name }} />}</span>
      <button type="button" class="link" onClick={() => onChange(mute, !muted)}>
        {muted ? <Say text="mute.undo" /> : <Say text="mute.offer" values={{ name }} />}
      </button>
    </span>
  );
}
