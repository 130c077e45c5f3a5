import { useState } from "preact/hooks";
import { componentName } from "../utils/core/component-names.ts";
import type { Incident } from "../utils/core/feed.ts";
import type { Outage } from "../utils/core/outages-of-mine.ts";
import { moment } from "../utils/core/sentences.ts";
import type { MessageKey } from "../utils/message-key.ts";
import { Say, Text, useWords } from "./words.tsx";

const STATUSES: { [status in Incident["status"]]: MessageKey } = {
  possible: "incident.possible",
  investigating: "incident.investigating",
  identified: "incident.identified",
  monitoring: "incident.monitoring",
  resolved: "incident.resolved",
};

/** Sites named at most; the number says the rest. */
const SITES_NAMED = 5;

/** What the feed says is broken now, with what touches this person first. */
export function OutageList({ outages, now }: { outages: Outage[]; now: number }) {
  const [onlyMine, setOnlyMine] = useState(false);
  const shown = onlyMine ? outages.filter(({ touches }) => touches.length > 0) : outages;
  if (outages.length === 0) {
    return (
      <p>
        <Say text="dashboard.none" />
      </p>
    );
  }
  return (
    <>
      <label class="choose">
        <input type="checkbox" checked={onlyMine} onChange={(event) => setOnlyMine(event.currentTarget.checked)} />
        <Say text="dashboard.onlyMine" />
      </label>
      {shown.length === 0 && (
        <p>
          <Say text="dashboard.noneOfMine" />
        </p>
      )}
      <ul class="outages">
        {shown.map((outage) => (
          <OutageItem key={outage.incident.id} outage={outage} now={now} />
        ))}
      </ul>
    </>
  );
}

function OutageItem({ outage: { incident, touches }, now }: { outage: Outage; now: number }) {
  const words = useWords();
  const { severity, status, official } = incident;
  return (
    <li class={severity === "maintenance" ? "network" : severity === "minor" ? "site" : "provider"} data-incident={incident.id}>
      <h3>
        <Text text={words.place(incident.provider, incident.region)} />
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
            values={{ services: incident.services.slice(0, SITES_NAMED).map((id) => componentName(incident.provider, id)) }}
          />
        </p>
      )}
      {touches.length > 0 && (
        <p class="touches">
          <Say text="dashboard.touches" values={{ count: touches.length, sites: touches.slice(0, SITES_NAMED) }} />
        </p>
      )}
      {official !== null && /^https?:\/\//.test(official.url) && (
        <a href={official.url} target="_blank" rel="noopener noreferrer">
          <Say text="official.link" />
        </a>
      )}
    </li>
  );
}
