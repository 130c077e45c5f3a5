import { describe, expect, test } from "vitest";
import { handMadeBytes, handMadeJson, read } from "./reading.ts";

const AWS = { provider: "aws", page: "https://health.aws.amazon.com/health/status" };

describe("AWS", () => {
  test("an empty list is read, and says nothing but that nothing was posted", () => {
    expect(read("aws-health", "[]", AWS)).toEqual({ parsed: true, incidents: [], unknown: [] });
  });

  test("the public JSON is read in UTF-16, big and little endian, with its mark or without", () => {
    const value = JSON.stringify(handMadeJson("aws-health/one-service-back.json"));
    const little = Buffer.from(value, "utf16le");
    const big = Buffer.from(little).swap16();
    const wanted = read("aws-health", value, AWS);
    expect(wanted.incidents).toHaveLength(2);
    for (const bytes of [
      little,
      big,
      Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
      Buffer.concat([Buffer.from([0xfe, 0xff]), big]),
    ]) {
      expect(read("aws-health", bytes, AWS)).toEqual(wanted);
    }
    expect(read("aws-health", `\ufeff${value}`, AWS)).toEqual(wanted);
  });

  test("a service that is back to normal inside an open event is not told as failing", () => {
    const [event] = read("aws-health", handMadeBytes("aws-health/one-service-back.json"), AWS).incidents;
    expect(event).toMatchObject({ status: "identified", services: ["sqs"] });
  });

  test("an event open for months in the Gulf is an incident of its region, not of AWS", () => {
    const events = handMadeJson("aws-health/one-service-back.json");
    events[0].arn = events[0].arn.replace("eu-west-1", "me-central-1");
    events[0].service = "multipleservices-me-central-1";
    expect(read("aws-health", events, AWS).incidents[0]).toMatchObject({ region: "me-central-1" });
  });

  test("seconds and milliseconds in one document are told apart", () => {
    const [event] = read("aws-health", handMadeBytes("aws-health/one-service-back.json"), AWS).incidents;
    expect(event).toMatchObject({ started: "2026-09-21T14:13:20Z", updated: "2026-09-21T14:53:20Z" });
  });

  test("an event that is over stays as resolved, with its end", () => {
    const [event] = handMadeJson("aws-health/one-service-back.json");
    const over = { ...event, status: "0", summary: `[RESOLVED] ${event.summary}`, end_time: "1790003600" };
    expect(read("aws-health", [over], AWS).incidents[0]).toMatchObject({
      status: "resolved",
      resolved: "2026-09-21T15:13:20Z",
      title: "Increased Error Rates and Latencies",
      services: ["sqs", "lambda", "route53"],
    });
  });

  test("a region is found by the name of the place when there is no other trace of it", () => {
    const event = { date: "1790000000", region_name: "N. Virginia", status: "3", service: "ec2", summary: "Errors", event_log: [] };
    expect(read("aws-health", [event], AWS).incidents[0]).toMatchObject({ region: "us-east-1", services: ["ec2"] });
  });

  test("titles rewritten to [RESOLVED] tell nothing by themselves: the newest post of an event decides", () => {
    const { incidents } = read("aws-rss", handMadeBytes("aws-rss/open-after-resolved.rss"), AWS);
    const frankfurt = incidents.filter(({ region }) => region === "eu-central-1");
    expect(frankfurt).toMatchObject([
      { status: "resolved", resolved: "2026-07-10T19:00:00Z" },
      { status: "identified", severity: "critical", started: "2026-07-14T09:00:00Z" },
    ]);
  });

  test("PST and PDT are eight and seven hours behind, whatever the season", () => {
    const feed = (zone: string) =>
      `<rss version="2.0"><channel><title>Amazon EC2 Service Status</title><link>http://status.aws.amazon.com/</link><item><title>Service disruption: Errors</title><guid>http://status.aws.amazon.com/#ec2-us-west-2_1640176500</guid><pubDate>Wed, 22 Dec 2021 04:35:00 ${zone}</pubDate></item></channel></rss>`;
    expect(read("aws-rss", feed("PST"), AWS).incidents[0]).toMatchObject({ started: "2021-12-22T12:35:00Z" });
    expect(read("aws-rss", feed("PDT"), AWS).incidents[0]).toMatchObject({ started: "2021-12-22T11:35:00Z" });
  });

  test("posts of the old data.json get their day from the event's, past midnight too", () => {
    const [open, archived] = read("aws-data", handMadeBytes("aws-data/current.json"), AWS).incidents;
    expect(open).toMatchObject({ status: "identified", updated: "2021-12-10T09:05:00Z", resolved: null });
    expect(archived).toMatchObject({ status: "resolved", resolved: "2021-12-08T22:30:00Z", updated: "2021-12-09T05:15:00Z" });
  });

  test("advice in the posts is passed on to operators", () => {
    const [event] = read("aws-health", handMadeBytes("aws-health/one-service-back.json"), AWS).incidents;
    expect(event?.advice).toEqual([{ for: "operator", text: "We recommend that customers retry failed requests." }]);
  });
});

describe("Google Cloud", () => {
  const GCP = { provider: "gcp", page: "https://status.cloud.google.com" };

  test("an incident is open when its end is missing, null or empty", () => {
    const [incident] = handMadeJson("google-cloud/open-null-end.json");
    const { end: _, ...without } = incident;
    for (const open of [without, { ...incident, end: null }, { ...incident, end: "" }]) {
      expect(read("google-cloud", [open], GCP).incidents).toMatchObject([{ status: "identified" }, { status: "identified" }]);
    }
    const closed = read("google-cloud", [{ ...incident, end: "2026-08-03T12:00:00+00:00" }], GCP).incidents;
    expect(closed[0]).toMatchObject({ status: "resolved", resolved: "2026-08-03T12:00:00Z" });
  });

  test("an incident without end whose newest post says available is recovering", () => {
    const { incidents } = read("google-cloud", handMadeBytes("google-cloud/open-null-end.json"), GCP);
    expect(incidents.at(-1)).toMatchObject({ status: "monitoring", resolved: null });
  });

  test("up to five regions make an incident each, more or global make one of no region", () => {
    const [incident] = handMadeJson("google-cloud/open-null-end.json");
    const at = (ids: string[]) =>
      read("google-cloud", [{ ...incident, currently_affected_locations: ids.map((id) => ({ title: id, id })) }], GCP).incidents;
    const five = ["us-central1", "us-east1", "us-east4", "us-west1", "us-west2"];
    expect(at(five).map(({ region }) => region)).toEqual(five);
    expect(at([...five, "us-west3"]).map(({ region }) => region)).toEqual([null]);
    expect(at(["us-central1", "global"])).toMatchObject([{ region: null, severity: "critical" }]);
  });

  test("a closed incident before 2022 is placed by its headline", () => {
    const incident = {
      id: "x",
      begin: "2021-06-01T00:00:00Z",
      end: "2021-06-01T01:00:00Z",
      external_desc: "us-west1-b: elevated errors",
      status_impact: "SERVICE_OUTAGE",
    };
    expect(read("google-cloud", [incident], GCP).incidents[0]).toMatchObject({ region: "us-west1", severity: "major" });
  });

  test("an incident of Workspace is one of each site it hits", () => {
    const { incidents } = read("google-cloud", handMadeBytes("google-cloud/workspace.json"), { provider: "google" });
    expect(incidents.map(({ site }) => site)).toEqual(["gmail", "google-drive"]);
  });
});

describe("Azure", () => {
  const AZURE = { provider: "azure" };

  test("a guid used again is another incident", () => {
    const { incidents } = read("azure-rss", handMadeBytes("azure-rss/reused-guid.xml"), AZURE);
    expect(new Set(incidents.map(({ id }) => id)).size).toBe(3);
  });

  test("the zone Z is UTC, and names of regions become ids", () => {
    const { incidents } = read("azure-rss", handMadeBytes("azure-rss/reused-guid.xml"), AZURE);
    expect(incidents.map(({ region }) => region)).toEqual([null, "germanywestcentral", "westeurope"]);
    expect(incidents[0]).toMatchObject({ started: "2026-10-02T09:10:00Z" });
  });

  test("when the feed was built changes nothing", () => {
    const text = Buffer.from(handMadeBytes("azure-rss/reused-guid.xml")).toString();
    const later = text.replace("Fri, 02 Oct 2026 10:00:00 Z", "Fri, 02 Oct 2026 10:05:00 Z");
    expect(read("azure-rss", later, AZURE)).toEqual(read("azure-rss", text, AZURE));
  });
});
