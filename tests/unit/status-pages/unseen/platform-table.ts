import type { Case } from "./case.ts";

const statuspage = (parts: object) => ({
  page: { id: "p", name: "Acme", url: "https://status.acme.example", updated_at: "2026-10-01T11:55:00Z" },
  status: { indicator: "none", description: "All Systems Operational" },
  components: [],
  incidents: [],
  scheduled_maintenances: [],
  ...parts,
});
const component = (name: string, status: string, more = {}) => ({ id: name, name, status, updated_at: "2026-10-01T11:00:00Z", ...more });
const incident = (parts: object) => ({
  id: "i1",
  name: "Trouble",
  status: "investigating",
  impact: "major",
  created_at: "2026-10-01T11:00:00Z",
  started_at: "2026-10-01T11:00:00Z",
  updated_at: "2026-10-01T11:30:00Z",
  resolved_at: null,
  components: [],
  incident_updates: [],
  ...parts,
});
const upgrade = (parts = {}) =>
  incident({ id: "m1", name: "Upgrade", status: "in_progress", impact: "maintenance", scheduled_for: "2026-10-01T10:00:00Z", ...parts });

const betterStack = (state: string, resources: object[], reports: object[] = [], updates: object[] = []) => ({
  data: { id: "1", type: "status_page", attributes: { aggregate_state: state, company_name: "Acme", updated_at: "2026-10-01T11:00:00Z" } },
  included: [
    ...resources.map((attributes, index) => ({ id: `r${index}`, type: "status_page_resource", attributes })),
    ...reports.map((attributes, index) => ({
      id: `s${index}`,
      type: "status_report",
      attributes,
      relationships: { status_updates: { data: updates.map((_, at) => ({ id: `u${at}`, type: "status_update" })) } },
    })),
    ...updates.map((attributes, index) => ({ id: `u${index}`, type: "status_update", attributes })),
  ],
});

const statusIo = (code: number, containers: [name: string, code: number][], parts = {}) => ({
  result: {
    status_overall: { updated: "2026-10-01T11:00:00Z", status: "Trouble", status_code: code },
    status: [
      {
        id: "a",
        name: "API",
        status_code: code,
        updated: "2026-10-01T11:00:00Z",
        containers: containers.map(([name, status_code]) => ({ id: name, name, status_code })),
      },
    ],
    incidents: [],
    maintenance: { active: [] },
    ...parts,
  },
});

/** Platforms that host the pages of many. */
export const PLATFORMS: Case[] = [
  {
    what: "planned work, and a component that fails beside it",
    format: "statuspage",
    payload: statuspage({
      status: { indicator: "major", description: "Partial System Outage" },
      components: [component("API", "major_outage"), component("Billing", "under_maintenance")],
      scheduled_maintenances: [upgrade({ components: [component("Billing", "under_maintenance")] })],
    }),
    told: [
      { open: true, severity: "maintenance", title: "Upgrade", services: ["Billing"] },
      { open: true, severity: "major", services: ["API"] },
    ],
  },
  {
    what: "planned work alone, which is no outage",
    format: "statuspage",
    payload: statuspage({
      status: { indicator: "maintenance", description: "Service Under Maintenance" },
      components: [component("Billing", "under_maintenance")],
      scheduled_maintenances: [upgrade()],
    }),
    told: [{ open: true, severity: "maintenance" }],
  },
  {
    what: "an indicator that planned work does not explain",
    format: "statuspage",
    payload: statuspage({ status: { indicator: "critical", description: "Major System Outage" }, scheduled_maintenances: [upgrade()] }),
    told: [
      { open: true, severity: "maintenance" },
      { open: true, severity: "critical", title: "Major System Outage" },
    ],
  },
  {
    what: "an incident that was posted when it was over",
    format: "statuspage",
    payload: statuspage({
      incidents: [
        incident({
          status: "resolved",
          created_at: "2026-09-30T08:00:00Z",
          resolved_at: "2026-09-30T09:30:00Z",
          started_at: "2026-10-01T07:00:00Z",
          updated_at: "2026-10-01T07:00:00Z",
        }),
      ],
    }),
    told: [{ open: false, started: "2026-09-30T08:00:00Z", resolved: "2026-09-30T09:30:00Z" }],
  },
  {
    what: "a state that nobody knows, and a newest post with the end",
    format: "statuspage",
    payload: statuspage({
      incidents: [
        incident({
          status: "smouldering",
          incident_updates: [{ body: "The issue has been resolved.", display_at: "2026-10-01T11:30:00Z" }],
        }),
      ],
    }),
    told: [{ open: false }],
    unknown: ["smouldering"],
  },
  {
    what: "a post that hopes for the end while the state is open",
    format: "statuspage",
    payload: statuspage({
      incidents: [
        incident({
          status: "monitoring",
          incident_updates: [{ body: "The issue has been resolved.", display_at: "2026-10-01T11:30:00Z" }],
        }),
      ],
    }),
    told: [{ open: true, status: "monitoring" }],
  },
  {
    what: "a country in the title",
    format: "statuspage",
    payload: statuspage({ incidents: [incident({ name: "Network Issues in Russia" })] }),
    told: [{ open: true, areas: ["RU"], region: null }],
  },
  {
    what: "a region of the vendor in the title",
    format: "statuspage",
    payload: statuspage({ incidents: [incident({ name: "Elevated errors in EU-West" })] }),
    told: [{ open: true, region: "eu-west" }],
  },
  {
    what: "components that each name a place",
    format: "statuspage",
    payload: statuspage({
      incidents: [
        incident({ components: [component("Frankfurt, Germany", "partial_outage"), component("Paris, France", "partial_outage")] }),
      ],
    }),
    told: [{ open: true, areas: ["DE", "FR"] }],
  },
  {
    what: "components in two regions",
    format: "statuspage",
    payload: statuspage({
      incidents: [incident({ components: [component("API (EU)", "partial_outage"), component("API (US)", "partial_outage")] })],
    }),
    told: [
      { open: true, region: "eu", services: ["API (EU)"] },
      { open: true, region: "us", services: ["API (US)"] },
    ],
  },
  {
    what: "a place among components without one",
    format: "statuspage",
    payload: statuspage({
      incidents: [incident({ components: [component("API (EU)", "partial_outage"), component("Website", "partial_outage")] })],
    }),
    told: [{ open: true, region: null, areas: [] }],
  },
  {
    what: "words that are world-wide, or except a country",
    format: "statuspage",
    payload: statuspage({
      incidents: [incident({ name: "Global outage, first seen in Germany" }), incident({ id: "i2", name: "Errors outside of China" })],
    }),
    told: [
      { open: true, areas: [], region: null, title: "Global outage, first seen in Germany" },
      { open: true, areas: [], region: null, title: "Errors outside of China" },
    ],
  },
  {
    what: "a test of the page, and a product for tests",
    format: "statuspage",
    payload: statuspage({
      incidents: [incident({ name: "Test incident - please ignore" }), incident({ id: "i2", name: "Test Cloud sessions fail" })],
    }),
    told: [{ open: true, title: "Test Cloud sessions fail" }],
  },
  {
    what: "a group that repeats the state of its members",
    format: "statuspage",
    payload: statuspage({
      status: { indicator: "minor", description: "Minor Service Outage" },
      components: [
        component("Europe", "degraded_performance", { group: true }),
        component("API", "degraded_performance", { group_id: "Europe" }),
      ],
    }),
    told: [{ open: true, severity: "minor", services: ["API"] }],
  },
  {
    what: "Markdown with a title and an address for mail",
    format: "statuspage",
    payload: statuspage({
      incidents: [incident({ name: 'See [the page](https://a.example/x "more") or [write](mailto:help@acme.example)' })],
    }),
    told: [{ open: true, title: "See the page (https://a.example/x) or write" }],
  },
  {
    what: "planned work beside a component that is down",
    format: "incident-io",
    payload: {
      public_url: "https://status.acme.example",
      components: [
        { id: "a", name: "API" },
        { id: "b", name: "Billing" },
      ],
      affected_components: [
        { component_id: "a", status: "full_outage" },
        { component_id: "b", status: "under_maintenance" },
      ],
      ongoing_incidents: null,
      in_progress_maintenances: [
        {
          id: "m",
          name: "Upgrade",
          status: "maintenance_in_progress",
          published_at: "2026-10-01T10:00:00Z",
          affected_components: [{ component_id: "b", status: "under_maintenance" }],
        },
      ],
      scheduled_maintenances: [{ id: "n", name: "Later", status: "maintenance_scheduled" }],
    },
    told: [
      { open: true, severity: "maintenance", title: "Upgrade" },
      { open: true, severity: "critical", services: ["API"] },
    ],
  },
  {
    what: "the widget with one incident",
    format: "incident-io",
    payload: {
      page_title: "Acme",
      page_url: "https://status.acme.example",
      ongoing_incidents: [
        {
          id: "i",
          name: "Chat down",
          status: "identified",
          last_update_at: "2026-10-01T11:30:00Z",
          last_update_message: "Found.",
          current_worst_impact: "full_outage",
          affected_components: [{ id: "c", name: "Chat", group_name: "Web" }],
        },
      ],
      in_progress_maintenances: [],
      scheduled_maintenances: [],
    },
    told: [{ open: true, severity: "critical", status: "identified", services: ["Chat"] }],
  },
  {
    what: "FlashDuty's widget, with its own names",
    format: "flashduty",
    payload: {
      schema_version: "1.0",
      overall: { status: "partial_outage" },
      ongoing_incidents: [
        {
          id: "i",
          title: "API degraded",
          phase: "monitoring",
          impact: "degraded",
          started_at: "2026-10-01T10:00:00Z",
          updated_at: "2026-10-01T11:00:00Z",
          last_update: { at: "2026-10-01T11:00:00Z", message: "Fixed, watching." },
          affected_components: [{ name: "API", status: "degraded" }],
        },
      ],
      in_progress_maintenances: [],
      scheduled_maintenances: [],
    },
    told: [
      {
        open: true,
        title: "API degraded",
        status: "monitoring",
        services: ["API"],
        started: "2026-10-01T10:00:00Z",
        updated: "2026-10-01T11:00:00Z",
      },
    ],
  },
  {
    what: "a state of FlashDuty's page that no incident tells",
    format: "flashduty",
    payload: { overall: { status: "full_outage" }, ongoing_incidents: [], in_progress_maintenances: [], scheduled_maintenances: [] },
    told: [{ open: true, severity: "critical" }],
  },
  {
    what: "the state of a page by ONE and by ALL",
    format: "instatus",
    payload: { page: { name: "Acme", url: "https://acme.instatus.com", status: "ONEPARTIALOUTAGE" } },
    told: [{ open: true, severity: "major" }],
  },
  {
    what: "ONEUNDERMAINTENANCE with the work, and nothing else",
    format: "instatus",
    payload: {
      page: { name: "Acme", url: "https://acme.instatus.com", status: "ONEUNDERMAINTENANCE" },
      activeMaintenances: [{ id: "m", name: "Upgrade", status: "INPROGRESS", start: "2026-10-01T10:00:00Z" }],
    },
    told: [{ open: true, severity: "maintenance" }],
  },
  {
    what: "planned work, and a component that is down beside it",
    format: "instatus",
    payload: {
      page: { name: "Acme", url: "https://acme.instatus.com", status: "SOMEMAJOROUTAGE" },
      activeMaintenances: [
        {
          id: "m",
          name: "Upgrade",
          status: "INPROGRESS",
          start: "2026-10-01T10:00:00Z",
          components: [{ name: "Billing", status: "UNDERMAINTENANCE" }],
        },
      ],
      components: [
        { id: "a", name: "API", status: "MAJOROUTAGE" },
        { id: "b", name: "Billing", status: "UNDERMAINTENANCE" },
      ],
    },
    told: [
      { open: true, severity: "maintenance" },
      { open: true, severity: "critical", services: ["API"] },
    ],
  },
  {
    what: "a state of the page that nobody knows",
    format: "instatus",
    payload: { page: { name: "Acme", url: "https://acme.instatus.com", status: "ONESMALLHICCUP" } },
    told: [],
    unknown: ["ONESMALLHICCUP"],
  },
  {
    what: "how bad it was, once it is over",
    format: "better-stack",
    payload: betterStack(
      "operational",
      [{ public_name: "Hub", status: "operational" }],
      [
        {
          title: "Outage",
          report_type: "manual",
          aggregate_state: "resolved",
          starts_at: "2026-10-01T08:00:00Z",
          ends_at: "2026-10-01T09:00:00Z",
          affected_resources: [{ status_page_resource_id: "r0", status: "resolved" }],
        },
      ],
      [
        {
          published_at: "2026-10-01T08:00:00Z",
          message: "Down.",
          affected_resources: [{ status_page_resource_id: "r0", status: "downtime" }],
        },
      ],
    ),
    told: [{ open: false, severity: "major", services: ["Hub"] }],
  },
  {
    what: "a component that is down beside a report about another",
    format: "better-stack",
    payload: betterStack(
      "downtime",
      [
        { public_name: "Hub", status: "downtime" },
        { public_name: "Spaces", status: "degraded" },
      ],
      [
        {
          title: "Slow spaces",
          report_type: "manual",
          aggregate_state: "degraded",
          starts_at: "2026-10-01T08:00:00Z",
          affected_resources: [{ status_page_resource_id: "r1", status: "degraded" }],
        },
      ],
    ),
    told: [
      { open: true, severity: "minor", title: "Slow spaces", services: ["Spaces"] },
      { open: true, severity: "major", services: ["Hub"] },
    ],
  },
  {
    what: "planned work that has not begun",
    format: "better-stack",
    payload: betterStack(
      "operational",
      [{ public_name: "Hub", status: "operational" }],
      [{ title: "Upgrade", report_type: "maintenance", aggregate_state: "maintenance", starts_at: "2026-10-02T08:00:00Z" }],
    ),
    told: [],
  },
  {
    what: "containers that are parts of a product",
    format: "status-io",
    payload: statusIo(500, [
      ["Website", 100],
      ["Checkout", 500],
    ]),
    told: [{ open: true, severity: "critical", region: null, services: ["API", "Checkout"] }],
  },
  {
    what: "containers that are places",
    format: "status-io",
    payload: statusIo(500, [
      ["Virginia", 100],
      ["Dublin", 500],
    ]),
    told: [{ open: true, severity: "critical", region: "dublin", services: ["API"] }],
  },
  {
    what: "planned work beside a failing part",
    format: "status-io",
    payload: statusIo(500, [["Website", 500]], {
      maintenance: {
        active: [
          {
            _id: "m",
            name: "Upgrade",
            datetime_open: "2026-10-01T08:00:00Z",
            messages: [{ details: "Begun.", state: 200, datetime: "2026-10-01T10:00:00Z" }],
            components_affected: [{ name: "Billing" }],
          },
        ],
      },
    }),
    told: [
      { open: true, severity: "maintenance", services: ["Billing"] },
      { open: true, severity: "critical", services: ["API"] },
    ],
  },
  {
    what: "words with underscores, and one that means health",
    format: "pagerduty",
    payload: {
      summary: {
        open_incidents: [
          {
            id: "a",
            title: "Delays",
            updates: [
              {
                reported_at: "2026-10-01T11:00:00Z",
                severity: "major",
                status: "identified",
                message: "Found.",
                impacted_business_services: [{ name: "Web", severity: "partial_outage" }],
              },
            ],
          },
        ],
        resolved_incidents: [
          {
            id: "b",
            title: "Old",
            updates: [{ reported_at: "2026-09-30T11:00:00Z", severity: "all_good", status: "resolved", message: "Done." }],
          },
        ],
        posts: [
          {
            id: "c",
            title: "Work",
            post_type: "maintenance",
            updates: [{ reported_at: "2026-10-01T10:00:00Z", severity: "maintenance", status: "in_progress", message: "Begun." }],
          },
        ],
      },
    },
    told: [
      { open: true, severity: "major", status: "identified", services: ["Web"] },
      { open: false, title: "Old" },
      { open: true, severity: "maintenance" },
    ],
  },
  {
    what: "a component that an open incident does not name",
    format: "firehydrant",
    payload: {
      conditions: { Operational: "OPERATIONAL", Down: "UNAVAILABLE", Slow: "DEGRADED" },
      components: [
        { name: "API", condition: "Down" },
        { name: "Docs", condition: "Slow" },
      ],
      incidents: [
        {
          id: "i",
          title: "Docs are slow",
          severitySlug: "SEV4",
          timestamps: { started: "2026-10-01T10:00:00Z" },
          components: [{ name: "Docs", condition: "Slow" }],
          timeline: [],
        },
      ],
    },
    told: [
      { open: true, severity: "minor", services: ["Docs"] },
      { open: true, severity: "major", services: ["API"] },
    ],
  },
];
