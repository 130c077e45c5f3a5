import type { Case } from "./case.ts";

const paypal = (parts: object) => ({
  result: [
    {
      id: "E1",
      title: "Checkout errors",
      state: "Open",
      type: "Incident",
      severity: "Service Disruption",
      environment: "Production",
      startDate: "2026-10-01T10:00:00Z",
      endDate: null,
      impactedComponents: [{ name: "Checkout" }],
      messages: [],
      ...parts,
    },
  ],
});
const slack = (parts: object) => ({
  status: "active",
  date_updated: "2026-10-01T11:00:00Z",
  active_incidents: [
    {
      id: 1,
      title: "Messages fail",
      type: "incident",
      status: "active",
      date_created: "2026-10-01T03:00:00-07:00",
      notes: [],
      services: ["Messaging"],
      ...parts,
    },
  ],
});
const psn = (countries: object[]) => ({ status: [], countries });
const outage = { statusId: "1", statusType: "Outage", startDate: "2026-10-01T10:00:00Z", message: "You may have difficulty." };
const country = (code: string, status: object[]) => ({
  countryCode: code,
  status: [],
  services: [{ serviceName: "Gaming", status, resources: [] }],
});
const xbox = (overall: string, categories: string) =>
  `<ServiceStatus><Status><Overall><State>${overall}</State><Id>1</Id><LastUpdated>2026-10-01T11:00:00Z</LastUpdated></Overall></Status><CoreServices>${categories}</CoreServices></ServiceStatus>`;
const riot = (parts: object) => ({ id: "EUW1", name: "EU West", locales: ["en_GB"], incidents: [], maintenances: [], ...parts });
const word = (content: string) => [
  { locale: "de_DE", content: `${content} (de)` },
  { locale: "en_US", content },
];

/** Pages that one company made for itself. */
export const SITES: Case[] = [
  {
    what: "an event of production",
    format: "paypal",
    payload: paypal({}),
    told: [{ open: true, severity: "major", services: ["Checkout"] }],
  },
  { what: "an event of the sandbox", format: "paypal", payload: paypal({ environment: "SANDBOX" }), told: [] },
  {
    what: "an event of both environments",
    format: "paypal",
    payload: paypal({ environment: "Production, Sandbox" }),
    told: [{ open: true }],
  },
  {
    what: "an environment that nobody knows",
    format: "paypal",
    payload: paypal({ environment: "Moon" }),
    told: [{ open: true }],
    unknown: ["Moon"],
  },
  {
    what: "components of which only the sandbox fails, and one with a note",
    format: "paypal",
    payload: {
      result: [
        { name: "Checkout", status: { production: "Operational", sandbox: "Service Outage" } },
        { name: "Payouts", status: { production: "Informational", sandbox: "Operational" } },
      ],
    },
    told: [],
  },
  { what: "a local offset", format: "slack", payload: slack({}), told: [{ open: true, started: "2026-10-01T10:00:00Z" }] },
  {
    what: "planned work that is not yet published",
    format: "slack",
    payload: { ...slack({ status: "scheduled", type: "maintenance" }), status: "ok" },
    told: [],
  },
  {
    what: "a state that nobody knows",
    format: "slack",
    payload: slack({ status: "limbo", notes: [{ date_created: "2026-10-01T11:00:00Z", body: "We're looking into it." }] }),
    told: [{ open: true }],
    unknown: ["limbo"],
  },
  {
    what: "an instance with an incident of its own",
    format: "salesforce",
    payload: {
      key: "NA1",
      status: "MAJOR_INCIDENT_CORE",
      Incidents: [
        {
          id: 7,
          status: "Active",
          instanceKeys: ["NA1"],
          serviceKeys: ["core"],
          createdAt: "2026-10-01T08:30:00Z",
          IncidentImpacts: [{ startTime: "2026-10-01T08:00:00Z", severity: "major", type: "serviceDisruption" }],
          IncidentEvents: [],
        },
      ],
    },
    told: [{ open: true, severity: "major", region: "NA1", started: "2026-10-01T08:00:00Z" }],
  },
  {
    what: "some countries of many",
    format: "playstation",
    payload: psn([country("US", [outage]), country("CA", [outage]), country("MX", [])]),
    told: [{ open: true, severity: "major", areas: ["US", "CA"], region: null }],
  },
  {
    what: "all countries",
    format: "playstation",
    payload: psn([country("US", [outage]), country("CA", [outage])]),
    told: [{ open: true, areas: [] }],
  },
  {
    what: "what is resolved for one service and open for another",
    format: "apple",
    payload: {
      services: [
        {
          serviceName: "iCloud Mail",
          events: [
            {
              messageId: "9",
              statusType: "Outage",
              eventStatus: "ongoing",
              epochStartDate: 1790841600000,
              datePosted: "10/01/2026 01:10 PDT",
            },
          ],
        },
        {
          serviceName: "Notes",
          events: [
            { messageId: "9", statusType: "Outage", eventStatus: "resolved", epochStartDate: 1790841600000, epochEndDate: 1790845200000 },
          ],
        },
      ],
    },
    told: [{ open: true, severity: "major", services: ["iCloud Mail"], started: "2026-10-01T08:00:00Z" }],
  },
  {
    what: "a state that means that nothing is measured",
    format: "stripe",
    payload: { UptimeStatus: "paused", message: "" },
    told: [],
    unknown: ["paused"],
  },
  {
    what: "health of Xbox",
    format: "xbox",
    payload: xbox("None", "<Category><Id>1</Id><Name>Account</Name><Status><Id>1</Id><Name>None</Name></Status><Scenarios/></Category>"),
    told: [],
  },
  {
    what: "one scenario that does not work",
    format: "xbox",
    payload: xbox(
      "Impacted",
      "<Category><Id>2</Id><Name>Games</Name><Status><Name>Impacted</Name></Status><Scenarios><Scenario><Id>5</Id><Status><Name>Major outage</Name></Status><Name>Launching</Name><Incidents><Incident><Id>77</Id><Begin>2026-10-01T10:00:00Z</Begin><Stage><Message>We are investigating.</Message></Stage></Incident></Incidents></Scenario><Scenario><Id>6</Id><Status><Name>None</Name></Status><Name>Buying</Name></Scenario></Scenarios></Category>",
    ),
    told: [{ open: true, severity: "major", title: "Games: Launching", started: "2026-10-01T10:00:00Z" }],
  },
  { what: "a state of Xbox that nobody knows", format: "xbox", payload: xbox("Wobbly", ""), told: [], unknown: ["Wobbly"] },
  {
    what: "what goes on at Nintendo, what is over and what is weeks ahead",
    format: "nintendo",
    payload: {
      operational_statuses: [
        {
          software_title: "Splatoon 3",
          platform: ["Nintendo Switch"],
          begin: "Thursday, October 1, 2026 2 :00 AM",
          end: " ",
          event_status: "1",
          message: "We are investigating.",
        },
        {
          software_title: "Old game",
          platform: [],
          begin: "Monday, September 28, 2026 2 :00 AM",
          end: "Monday, September 28, 2026 5 :00 AM",
          event_status: "0",
          message: "",
        },
      ],
      temporary_maintenances: [
        {
          software_title: "All network services",
          platform: [],
          begin: "Tuesday, October 20, 2026 5 :00 PM",
          end: "Tuesday, October 20, 2026 8 :00 PM",
          event_status: "0",
          message: "",
        },
      ],
    },
    told: [
      { open: true, severity: "minor", title: "Splatoon 3", services: ["Nintendo Switch"], started: "2026-10-01T09:00:00Z" },
      { open: false, title: "Old game", resolved: "2026-09-28T12:00:00Z" },
    ],
  },
  {
    what: "planned work at Nintendo within its window",
    format: "nintendo",
    payload: {
      operational_statuses: [],
      temporary_maintenances: [
        {
          software_title: "eShop",
          platform: ["Nintendo Switch"],
          begin: "Thursday, October 1, 2026 4 :00 AM",
          end: "Thursday, October 1, 2026 7 :00 AM",
          event_status: "1",
          message: "",
        },
      ],
    },
    told: [{ open: true, severity: "maintenance", started: "2026-10-01T11:00:00Z" }],
  },
  {
    what: "a critical incident and planned work ahead",
    format: "riot",
    payload: riot({
      incidents: [
        {
          id: 1,
          incident_severity: "critical",
          maintenance_status: null,
          titles: word("Login disabled"),
          created_at: "2026-10-01T10:00:00Z",
          updates: [{ publish: true, created_at: "2026-10-01T10:05:00Z", translations: word("We're investigating.") }],
          platforms: ["windows"],
        },
      ],
      maintenances: [{ id: 2, maintenance_status: "scheduled", titles: word("Patch"), created_at: "2026-09-30T10:00:00Z", updates: [] }],
    }),
    told: [{ open: true, severity: "major", region: "euw1", title: "Login disabled", services: ["windows"] }],
  },
  {
    what: "planned work going on",
    format: "riot",
    payload: riot({
      maintenances: [{ id: 2, maintenance_status: "in_progress", titles: word("Patch"), created_at: "2026-10-01T10:00:00Z", updates: [] }],
    }),
    told: [{ open: true, severity: "maintenance", status: "identified" }],
  },
  {
    what: "an active incident with its service and update, and one that is over",
    format: "zendesk",
    payload: {
      data: [
        {
          id: "1",
          type: "incident",
          attributes: { title: "Tickets are slow", impact: "minor", outage: false, startedAt: "2026-10-01T10:00:00Z", resolvedAt: null },
          relationships: {
            incidentServices: { data: [{ id: "9", type: "incidentService" }] },
            incidentUpdates: { data: [{ id: "5", type: "incidentUpdate" }] },
          },
        },
        {
          id: "2",
          type: "incident",
          attributes: { title: "Chat down", outage: true, startedAt: "2026-09-30T10:00:00Z", resolvedAt: "2026-09-30T11:00:00Z" },
        },
      ],
      included: [
        { id: "9", type: "incidentService", attributes: { serviceName: "Support", degradation: true } },
        {
          id: "5",
          type: "incidentUpdate",
          attributes: { description: "We have identified the cause.", createdAt: "2026-10-01T10:30:00Z" },
        },
      ],
    },
    told: [
      { open: true, severity: "minor", status: "identified", services: ["Support"], started: "2026-10-01T10:00:00Z" },
      { open: false, severity: "major", resolved: "2026-09-30T11:00:00Z" },
    ],
  },
  { what: "nothing at Zendesk", format: "zendesk", payload: { data: [], included: [] }, told: [] },
];
