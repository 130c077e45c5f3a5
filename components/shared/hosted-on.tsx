import type { Situation } from "../../utils/core/view/situation.ts";
import { Say, Text, useWords } from "./words.tsx";

/** Hosts listed at most; the failing ones come first. */
const HOSTS_SHOWN = 3;

type Props = { host: string | null; siteName: string | null; hostedOn: Situation["hostedOn"] };

/** The site of this tab and what it stands on. */
export function HostedOn({ host, siteName, hostedOn }: Props) {
  const words = useWords();
  if (host === null) {
    return (
      <p class="standing empty">
        <Say text="popup.noSite" />
      </p>
    );
  }
  return (
    <div class="standing" data-testid="standing">
      <p class="site">
        {siteName !== null && siteName !== host && (
          <strong>
            <Text text={words.isolated(siteName)} />
          </strong>
        )}
        <bdi class="host">{host}</bdi>
      </p>
      {hostedOn.length === 0 && (
        <p class="unknown">
          <Say text="popup.hostedOnUnknown" />
        </p>
      )}
      <ul>
        {hostedOn.slice(0, HOSTS_SHOWN).map((one) => (
          <li key={one.host} class={one.failing ? "failing" : undefined}>
            <Say text="popup.hostedOn" values={{ host: one.host, place: one.place }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
