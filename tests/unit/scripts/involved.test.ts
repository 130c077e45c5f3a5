import { describe, expect, test } from "vitest";
import { type Involved, involvedWithHost, relationOf } from "../../../scripts/answers/involved.ts";
import { type Incident, readIncident } from "../../../utils/core/feed/incident.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";

function incident(place: string, more: object = {}): Incident {
  const [provider, region = null] = place.split("/");
  const times = { started: "2026-03-03T09:00:00Z", updated: "2026-03-03T09:00:00Z" };
  const official = { url: "https://status.example", acknowledged: "2026-03-03T09:00:00Z" };
  const reading = readIncident({
    id: "i",
    provider,
    region,
    severity: "major",
    status: "investigating",
    title: "x",
    official,
    ...times,
    ...more,
  });
  if (!reading.ok) throw new Error(reading.problem);
  return reading.incident;
}

const locator = createLocator();
const host = (name: string): Involved => involvedWithHost(name, locator);

describe("an outage", () => {
  test.each<[string, Incident, string | null]>([
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/us-east-1"), "about"],
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/us-east-1", { services: ["dynamodb"] }), "about"],
    ["dynamodb.us-east-1.amazonaws.com", incident("aws"), "about"],
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/us-east-1", { services: ["lambda"] }), "perhaps"],
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/eu-west-1"), null],
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/us-east-1", { site: "slack" }), null],
    // Of a region, at a host that names none.
    ["storage.googleapis.com", incident("gcp/us-central1"), "perhaps"],
    ["storage.googleapis.com", incident("gcp"), "about"],
    // General knowledge is a guess, unless somebody says that the service suffers.
    ["www.netflix.com", incident("aws/us-east-1"), "perhaps"],
    ["www.netflix.com", incident("aws/us-east-1", { affects: ["netflix"] }), "about"],
    ["www.netflix.com", incident("netflix", { site: "netflix" }), "about"],
    ["nobody.example", incident("aws"), null],
    // What the people of one country alone report may be the way from there.
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/us-east-1", { official: null, areas: ["ES"] }), "perhaps"],
    ["dynamodb.us-east-1.amazonaws.com", incident("aws/us-east-1", { areas: ["ES"] }), "about"],
  ])("concerns %s as it should", (name, outage, relation) => {
    expect(relationOf(outage, host(name))).toBe(relation);
  });
});
