import { useState } from "preact/hooks";
import type { MessageKey } from "../../utils/browser/message-key.ts";
import { coveringMute, type Mute } from "../../utils/core/alerts/mutes.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import { componentName } from "../../utils/core/providers/component-table.ts";
import { moment } from "../../utils/core/view/moment.ts";
import { filterOutages, NO_FILTER } from "../../utils/core/view/outage-filter.ts";
import type { Outage } from "../../utils/core/view/outages.ts";
import { MuteButton, type MuteChange } from "../shared/mute-button.tsx";
import { OfficialLink } from "../shared/official-link.tsx";
import { Say, Text, useWords } from "../shared/words.tsx";
import { OutageFilters } from "./outage-filters.tsx";

const STATUSES: { [status in Incident["status"]]: MessageKey } = {
  possible: "incident.possible",
  investigating: "incident.investigating",
  identified: "incident.identified",
  monitoring: "incident.monitoring",
  resolved: "incident.resolved",
};

/** At most this many sites or services are named. */
const MAX_NAMES = 5;

type Props = { outages: Outage[]; mutes: Mute[]; now: number; onMute: MuteChange };

/** The open incidents of the feed, those that touch the person's own sites first. */
export function OutageList({ outages, mutes, now, onMute }: Props) {
  const [filter, setFilter] = useState(NO_FILTER);
  const shown = filterOutages(outages, filter);
  if (outages.length === 0) {
    return (
      <p>
        <Say text="dashboard.none" />
      </p>
    );
  }
  return (
    <>
      <OutageFilters outages={outages} filter={filter} onChange={setFilter} />
      <p role="status" class="count">
        {shown.length === 0 && <Say text={filter.mine ? "dashboard.noneOfMine" : "dashboard.noneShown"} />}
        {shown.length > 0 && shown.length < outages.length && (
          <Say text="dashboard.shown" values={{ count: shown.length, total: outages.length }} />
        )}
      </p>
      <ul class="outages">
        {shown.map((outage) => (
          <OutageItem key={outage.incident.id} outage={outage} mutes={mutes} now={now} onMute={onMute} />
        ))}
      </ul>
    </>
  );
}

function OutageItem({ outage: { incident, touches }, mutes, now, onMute }: { outage: Outage } & Omit<Props, "outages">) {
  const words = useWords();
  const { provider, region, severity, status, official } = incident;
  const mute = coveringMute(mutes, { site: null, service: incident.site, place: { provider, region } });
  return (
    <li class={severity === "maintenance" ? "network" : severity === "minor" ? "site" : "provider"} data-incident={incident.id}>
      <h3>
        <Text text={words.place(provider, region)} />
      </h3>
      <p class="facts">
        <span>
          <Say text={severity === "maintenance" ? "incident.maintenance" : STATUSES[status]} />
        </span>
        <span>
          <Say text="dashboard.since" values={{ started: moment(incident.started, now) }} />
        </span>
      </p>
      <blockquote dir="auto" lang="en">
        {incident.title}
      </blockquote>
      {incident.services.length > 0 && (
        <p>
          <Say
            text="official.services"
            values={{ services: incident.services.slice(0, MAX_NAMES).map((id) => componentName(provider, id)) }}
          />
        </p>
      )}
      {touches.length > 0 && (
        <p class="touches">
          <Say text="dashboard.touches" values={{ count: touches.length, sites: touches.slice(0, MAX_NAMES) }} />
        </p>
      )}
      <p class="ways">
        {official !== null && <OfficialLink url={official.url} />}
        <MuteButton mute={mute ?? { kind: "place", provider, region }} muted={mute !== null} onChange={onMute} />
      </p>
    </li>
  );
}
