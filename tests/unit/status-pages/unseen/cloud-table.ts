import type { Case } from "./case.ts";

const google = (parts: object) => [
  {
    id: "g1",
    number: "1",
    begin: "2026-10-01T08:00:00Z",
    created: "2026-10-01T08:20:00Z",
    modified: "2026-10-01T11:00:00Z",
    external_desc: "Elevated latency",
    status_impact: "SERVICE_DISRUPTION",
    severity: "medium",
    affected_products: [{ title: "Cloud Run", id: "r" }],
    currently_affected_locations: [],
    previously_affected_locations: [],
    updates: [],
    uri: "incidents/g1",
    ...parts,
  },
];
const event = (parts: object) => [
  {
    date: "1790841600",
    arn: "arn:aws:health:eu-central-1::event/LAMBDA/AWS_LAMBDA_OPERATIONAL_ISSUE/x1",
    region_name: "Frankfurt",
    status: "2",
    service: "lambda-eu-central-1",
    service_name: "AWS Lambda",
    summary: "Increased Error Rates",
    event_log: [],
    impacted_services: {},
    ...parts,
  },
];
const oracle = (state: string, incidents: object[]) => ({
  realm: "oc1",
  regionHealthReports: [
    {
      regionName: "Germany Central (Frankfurt)",
      regionCanonicalName: "eu-frankfurt-1",
      serviceHealthReports: [{ serviceName: "Compute", serviceStatus: state, incidents }],
    },
  ],
});

/** Clouds and what companies run on. */
export const CLOUDS: Case[] = [
  {
    what: "an end that only the newest post tells",
    format: "aws-health",
    provider: "aws",
    payload: event({
      event_log: [{ message: "The issue has been resolved and the service is operating normally.", status: 1, timestamp: 1790845200 }],
    }),
    told: [{ open: false, region: "eu-central-1", resolved: "2026-10-01T09:00:00Z" }],
  },
  {
    what: "such words while a service is still affected",
    format: "aws-health",
    provider: "aws",
    payload: event({
      event_log: [{ message: "The issue has been resolved.", status: 1, timestamp: 1790845200 }],
      impacted_services: { "lambda-eu-central-1": { service_name: "AWS Lambda", current: "2", max: "2" } },
    }),
    told: [{ open: true, status: "monitoring" }],
  },
  {
    what: "a last post without the end of the incident",
    format: "google-cloud",
    provider: "gcp",
    payload: google({
      currently_affected_locations: [{ title: "Iowa (us-central1)", id: "us-central1" }],
      most_recent_update: {
        status: "AVAILABLE",
        when: "2026-10-01T11:00:00Z",
        text: "The issue with Cloud Run has been resolved for all affected users.",
      },
      updates: [
        { status: "AVAILABLE", when: "2026-10-01T11:00:00Z", text: "The issue with Cloud Run has been resolved for all affected users." },
      ],
    }),
    told: [{ open: false, region: "us-central1", resolved: "2026-10-01T11:00:00Z" }],
  },
  {
    what: "recovery without the word",
    format: "google-cloud",
    provider: "gcp",
    payload: google({ most_recent_update: { status: "AVAILABLE", when: "2026-10-01T11:00:00Z", text: "Errors are going down." } }),
    told: [{ open: true, status: "monitoring" }],
  },
  {
    what: "a global location with a city in the text",
    format: "google-cloud",
    provider: "gcp",
    payload: google({ external_desc: "Errors for users in London", currently_affected_locations: [{ title: "Global", id: "global" }] }),
    told: [{ open: true, region: null, areas: [] }],
  },
  {
    what: "a city as the name of a cloud's region",
    format: "statuspage",
    provider: "oracle",
    payload: {
      page: { id: "p" },
      components: [],
      incidents: [
        { id: "i", name: "Network trouble in Frankfurt", status: "investigating", impact: "major", created_at: "2026-10-01T11:00:00Z" },
      ],
    },
    told: [{ open: true, region: "eu-frankfurt-1", areas: [] }],
  },
  {
    what: "the documented words for an incident where the state is unknown",
    format: "oracle",
    provider: "oracle",
    payload: oracle("SomethingElse", [{ incidentId: "o1", severity: "Service Disruption" }]),
    told: [{ open: true, severity: "major", region: "eu-frankfurt-1" }],
    unknown: ["SomethingElse"],
  },
  {
    what: "two words that nobody knows",
    format: "oracle",
    provider: "oracle",
    payload: oracle("SomethingElse", [{ incidentId: "o1", severity: "Dreadful" }]),
    told: [{ open: true, severity: "minor" }],
    unknown: ["SomethingElse", "Dreadful"],
  },
  {
    what: "one system with an incident and another that is red",
    format: "heroku",
    payload: {
      status: [
        { system: "Apps", status: "red" },
        { system: "Data", status: "green" },
        { system: "Tools", status: "yellow" },
      ],
      incidents: [
        {
          id: 1,
          title: "Builds are slow",
          state: "open",
          created_at: "2026-10-01T10:00:00Z",
          systems: [{ name: "Tools" }],
          updates: [{ created_at: "2026-10-01T10:00:00Z", contents: "We are investigating." }],
        },
      ],
      scheduled: [],
    },
    told: [
      { open: true, severity: "minor", services: ["Tools"] },
      { open: true, severity: "major", services: ["Apps"] },
    ],
  },
  {
    what: "blue, which is planned work",
    format: "heroku",
    payload: { status: [{ system: "Data", status: "blue" }], incidents: [], scheduled: [] },
    told: [{ open: true, severity: "maintenance" }],
  },
  {
    what: "times that are not the clock of the request",
    format: "microsoft-365",
    payload: {
      Id: "a",
      AuthoredDateTime: "2026-10-01T05:00:00Z",
      InternalDateTime: "2026-10-01T11:58:00Z",
      LastUpdatedTime: "2026-10-01T12:00:00Z",
      Title: "",
      Message: "Some users can't sign in.",
      Status: "Service degradation",
    },
    told: [{ open: true, severity: "minor", started: "2026-10-01T05:00:00Z", updated: "2026-10-01T05:00:00Z" }],
  },
  {
    what: "Microsoft's words with and without blanks",
    format: "microsoft-365",
    payload: [
      { Id: "1", Status: "Extended recovery", ServiceDisplayName: "A", Message: "", AuthoredDateTime: "2026-10-01T05:00:00Z" },
      { Id: "2", Status: "False positive", ServiceDisplayName: "B", Message: "" },
      { Id: "3", Status: "mitigatedExternal", ServiceDisplayName: "C", Message: "", AuthoredDateTime: "2026-10-01T05:00:00Z" },
    ],
    told: [
      { open: true, services: ["A"] },
      { open: false, services: ["C"] },
    ],
  },
  {
    what: "nested groups, planned work going on and an outage beside it",
    format: "railway",
    payload: {
      components: [
        {
          id: "g",
          name: "Compute",
          type: "group",
          status: "MAJOR_OUTAGE",
          components: [
            { id: "a", name: "Deploys", status: "MAJOR_OUTAGE" },
            { id: "h", name: "More", components: [{ id: "b", name: "Logs", status: "OPERATIONAL" }] },
          ],
        },
      ],
      incidents: [
        {
          id: "o",
          slug: "old",
          title: "Old",
          status: "RESOLVED",
          worstImpact: "PARTIAL_OUTAGE",
          createdAt: "2026-09-30T08:00:00Z",
          updatedAt: "2026-09-30T09:00:00Z",
          resolvedAt: "2026-09-30T09:00:00Z",
        },
      ],
      maintenances: [
        { id: "m", title: "Upgrade", status: "IN_PROGRESS", createdAt: "2026-09-29T08:00:00Z", updatedAt: "2026-10-01T10:00:00Z" },
      ],
    },
    told: [
      { open: false, severity: "major", title: "Old", resolved: "2026-09-30T09:00:00Z" },
      { open: true, severity: "maintenance" },
      { open: true, severity: "critical", services: ["Deploys"] },
    ],
  },
  {
    what: "an alert of one region, one that is over, and work days ahead that is called ongoing",
    format: "vultr",
    payload: {
      service_alerts: [
        {
          id: "s",
          subject: "Control panel errors",
          status: "resolved",
          start_date: "2026-09-30T08:00:00Z",
          updated_at: "2026-09-30T09:00:00Z",
          entries: [],
        },
      ],
      regions: {
        bom: {
          location: "Mumbai",
          country: "IN",
          alerts: [
            {
              id: "b",
              subject: "Mumbai degraded network performance",
              status: "ongoing",
              start_date: "2026-10-01T10:00:00Z",
              entries: [{ updated_at: "2026-10-01T10:00:00Z", message: "We are investigating." }],
            },
          ],
        },
        atl: {
          location: "Atlanta",
          country: "US",
          alerts: [
            {
              id: "a",
              subject: "Atlanta Scheduled Maintenance - 2026-10-09",
              status: "ongoing",
              start_date: "2026-10-01T10:00:00Z",
              entries: [],
            },
          ],
        },
      },
    },
    provider: "vultr",
    told: [
      { open: false, region: null },
      { open: true, region: "bom", severity: "minor", status: "investigating" },
    ],
  },
];
