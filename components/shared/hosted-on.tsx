import type { Situation } from "../../utils/core/view/situation.ts";
import { Say, Text, useWords } from "./words.tsx";

/** At most this many hosts are listed, failing ones first. */
const MAX_HOSTS = 3;

type Props = { host: string | null; siteName: string | null; hostedOn: Situation["hostedOn"] };

/** The site of this tab and the places that host it. */
export function HostedOn({ host, siteName, hostedOn }: Props) {
  const words = useWords();
  if (host === null) {
    return (
      <p class="hosted-on empty">
        <Say text="popup.noSite" />
      </p>
    );
  }
  return (
    <div class="hosted-on" data-testid="hosted-on">
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
        {hostedOn.slice(0, MAX_HOSTS).map((one) => (
          <li key={one.host} class={one.failing ? "failing" : undefined}>
            <Say text="popup.hostedOn" values={{ host: one.host, place: one.place }} />
          </li>
        ))}
      </ul>
    </div>
  );
}
