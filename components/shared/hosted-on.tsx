import type { Situation } from "../../utils/core/view/situation.ts";
import { Say, Text, useWords } from "./words.tsx";

/** At most this many hosts are listed, failing ones first. */
const MAX_HOSTS = 3;

type Props = { situation: Situation; siteName: string | null };

/** The site of this tab and the places that host it; in a tab without a site, that what is shown fails elsewhere. */
export function HostedOn({ situation: { verdict, host, hostedOn }, siteName }: Props) {
  const words = useWords();
  if (host === null) {
    return (
      <p class="hosted-on empty">
        <Say text={verdict.scope === "clear" ? "popup.noSite" : "popup.elsewhere"} />
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
