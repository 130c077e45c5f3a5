import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/**
 * A real HTTP server that stands in for a source. Returns its base address.
 * @param atEnd the test's own `onTestFinished` where several run at a time
 */
export async function standIn(listener: RequestListener, atEnd: (clean: () => void) => void = onTestFinished): Promise<string> {
  const server = createServer(listener);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  atEnd(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** A status page of the most common kind with one open incident. */
export function statuspage(incident: { id: string; name: string; impact?: string; started?: string } | null): string {
  const started = incident?.started ?? "2026-03-03T09:00:00Z";
  const incidents =
    incident === null
      ? []
      : [
          {
            id: incident.id,
            name: incident.name,
            status: "investigating",
            impact: incident.impact ?? "major",
            created_at: started,
            started_at: started,
            updated_at: started,
            resolved_at: null,
            shortlink: `https://status.example/${incident.id}`,
            incident_updates: [
              { id: "u1", status: "investigating", body: "We are looking into it.", created_at: started, updated_at: started },
            ],
            components: [],
          },
        ];
  return JSON.stringify({
    page: { id: "p", name: "Example", url: "https://status.example", updated_at: started },
    status: { indicator: incident === null ? "none" : "major", description: "" },
    components: [{ id: "c", name: "Web", status: incident === null ? "operational" : "major_outage", group: false }],
    incidents,
    scheduled_maintenances: [],
  });
}

/** AWS's list of current events, in the UTF-16 that it comes in. */
export function awsEvents(events: { id: string; service: string; summary: string; at: string }[]): Buffer {
  const list = events.map(({ id, service, summary, at }) => {
    const second = String(Date.parse(at) / 1000);
    return {
      ...{
        date: second,
        arn: `arn:aws:health:us-east-1::event/${service.toUpperCase()}/AWS_OPERATIONAL_ISSUE/${id}`,
        region_name: "N. Virginia",
      },
      ...{ status: "2", service: `${service}-us-east-1`, service_name: service, summary },
      event_log: [{ summary, message: "We are investigating.", status: 2, timestamp: Number(second) }],
      impacted_services: { [`${service}-us-east-1`]: { service_name: service, current: "2", max: "2" } },
    };
  });
  const text = Buffer.from(`\ufeff${JSON.stringify(list)}`, "utf16le");
  return text.swap16();
}
