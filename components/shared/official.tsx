import type { Incident } from "../../utils/core/feed/incident.ts";
import { componentName } from "../../utils/core/providers/component-table.ts";
import { MINUTE, SECOND } from "../../utils/core/time.ts";
import { linkHost } from "../../utils/core/view/link-host.ts";
import { moment } from "../../utils/core/view/moment.ts";
import { isFoundByName, type OfficialStatement } from "../../utils/core/view/official-statement.ts";
import { OfficialLink } from "./official-link.tsx";
import { Section } from "./section.tsx";
import { Say } from "./words.tsx";

type Props = { official: OfficialStatement; incident: Incident | null; since: number | null; now: number };

/** What the provider itself says and since when, or that its status page mentions nothing. */
export function Official({ official, incident, since, now }: Props) {
  const place = { provider: official.provider, region: null };
  const host = "url" in official && isFoundByName(official.provider) ? linkHost(official.url) : null;
  const heading = host === null ? <Say text="official.heading" values={{ place }} /> : <Say text="official.found" values={{ host }} />;
  return (
    <Section name="official" heading={heading}>
      {official.state === "stated" && <Statement official={official} incident={incident} since={since} now={now} />}
      {official.state === "silent" && (
        <p>
          <Say text="official.silent" values={{ checked: moment(official.checked, now) }} />
        </p>
      )}
      {official.state === "unreadable" && (
        <p>
          {official.checked === null ? (
            <Say text="official.unread" />
          ) : (
            <Say text="official.unreadableSince" values={{ checked: moment(official.checked, now) }} />
          )}
        </p>
      )}
    </Section>
  );
}

function Statement({ official, incident, since, now }: Props & { official: OfficialStatement & { state: "stated" } }) {
  const acknowledged = Date.parse(official.acknowledged);
  const delay = since === null ? 0 : acknowledged - since;
  const services = (incident?.services ?? []).map((id) => componentName(official.provider, id));
  return (
    <>
      <blockquote dir="auto" lang="en">
        <p class="title">{official.title}</p>
        {official.summary !== "" && official.summary !== official.title && <p class="summary">{official.summary}</p>}
      </blockquote>
      <p>
        {services.length > 0 && (
          <>
            <Say text="official.services" values={{ services }} />{" "}
          </>
        )}
        {delay >= MINUTE ? (
          <Say text="official.firstSaidLater" values={{ acknowledged: moment(acknowledged, now), span: { seconds: delay / SECOND } }} />
        ) : (
          <Say text="official.firstSaid" values={{ acknowledged: moment(acknowledged, now) }} />
        )}
        {Date.parse(official.updated) - acknowledged >= MINUTE && (
          <>
            {" "}
            <Say text="official.updated" values={{ updated: moment(official.updated, now) }} />
          </>
        )}
      </p>
      {linkHost(official.url) !== null && (
        <p>
          <OfficialLink url={official.url} />
        </p>
      )}
    </>
  );
}
