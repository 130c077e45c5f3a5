import type { IncidentSeverity } from "../../feed/incident.ts";
import type { BegunStage, CoarseStage, Stage } from "../parsing/stage.ts";
import { type Vocabulary, vocabulary } from "../parsing/unknown-values.ts";

/*
 * The words of all formats: what each vendor writes in its fields for states, and what it means here. One object a format, one list a field.
 * Every documented word is here, also those that no payload showed. A word that is not here is listed as unknown and never taken for
 * health. `tests/unit/status-pages/vendor-words.test.ts` reads the table.
 */

/** The state of a component or of a page; `fine`: it works. */
export type Health = IncidentSeverity | "fine";

const STATUSPAGE_COMPONENTS = {
  operational: "fine",
  degraded_performance: "minor",
  partial_outage: "major",
  major_outage: "critical",
  full_outage: "critical",
  under_maintenance: "maintenance",
} as const;

/** Atlassian's reference of the API (`developer.statuspage.io`). `full_outage` is incident.io's, which serves the same format. */
export const STATUSPAGE = {
  component: vocabulary<Health>(STATUSPAGE_COMPONENTS),
  impact: vocabulary<IncidentSeverity | "none">({
    none: "none",
    minor: "minor",
    major: "major",
    critical: "critical",
    maintenance: "maintenance",
  }),
  stage: vocabulary<Stage>({
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    resolved: "resolved",
    postmortem: "resolved",
    scheduled: "planned",
    in_progress: "identified",
    verifying: "monitoring",
    completed: "resolved",
  }),
};

/** The words in bold of its history feeds; "Update" sets no status. */
export const STATUSPAGE_ATOM = {
  stage: vocabulary<Stage | "update">({
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    update: "update",
    resolved: "resolved",
    postmortem: "resolved",
    scheduled: "planned",
    "in progress": "identified",
    verifying: "monitoring",
    completed: "resolved",
  }),
};

/** incident.io's description of its widget API; FlashDuty, which answers in the same form, has shorter words for the same. */
export const INCIDENT_IO = {
  component: vocabulary<Health>({
    ...STATUSPAGE_COMPONENTS,
    degraded: "minor",
    maintenance: "maintenance",
  }),
  stage: vocabulary<Stage>({
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    resolved: "resolved",
    maintenance_scheduled: "planned",
    maintenance_in_progress: "identified",
    maintenance_complete: "resolved",
    scheduled: "planned",
    ongoing: "identified",
    in_progress: "identified",
    verifying: "monitoring",
    completed: "resolved",
  }),
};

const INSTATUS_ENDS: { [end: string]: IncidentSeverity } = {
  undermaintenance: "maintenance",
  degradedperformance: "minor",
  minoroutage: "minor",
  partialoutage: "major",
  majoroutage: "critical",
};

/** Instatus' reference of its API: a page says UP, HASISSUES, or ALL, SOME or ONE before the state of its components. */
export const INSTATUS = {
  page: vocabulary<Health>({
    up: "fine",
    hasissues: "minor",
    ...INSTATUS_ENDS,
    ...Object.fromEntries(
      ["all", "some", "one"].flatMap((amount) => Object.entries(INSTATUS_ENDS).map(([end, meaning]) => [amount + end, meaning])),
    ),
  }),
  component: vocabulary<Health>({ operational: "fine", ...INSTATUS_ENDS }),
  stage: vocabulary<Stage>({
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    resolved: "resolved",
    notstartedyet: "planned",
    inprogress: "identified",
    verifying: "monitoring",
    completed: "resolved",
  }),
};

/** Better Stack's reference of its API. */
export const BETTER_STACK = {
  state: vocabulary<Health>({
    operational: "fine",
    resolved: "fine",
    recovered: "fine",
    not_monitored: "fine",
    degraded: "minor",
    downtime: "major",
    maintenance: "maintenance",
  }),
  kind: vocabulary<"maintenance" | "report">({ maintenance: "maintenance", manual: "report", automatic: "report" }),
};

/** Status.io's knowledge base. A security event (600) says nothing of how much works. */
export const STATUS_IO = {
  state: vocabulary<Health>({
    "100": "fine",
    "200": "maintenance",
    "300": "minor",
    "400": "major",
    "500": "critical",
    "600": "major",
  }),
  stage: vocabulary<BegunStage>({ "100": "investigating", "200": "identified", "300": "monitoring", "400": "resolved" }),
  /** Planned, in progress, verifying, completed. */
  maintenance: vocabulary<BegunStage>({ "100": "identified", "200": "identified", "300": "monitoring", "400": "resolved" }),
};

/** PagerDuty's page lists its own words, with blanks, in `status_page` (2023); its updates carry the same with underscores. */
export const PAGERDUTY = {
  stage: withUnderscores<Stage>({
    detected: "investigating",
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    resolved: "resolved",
    scheduled: "planned",
    "in progress": "identified",
    completed: "resolved",
  }),
  severity: withUnderscores<Health>({
    "all good": "fine",
    operational: "fine",
    none: "fine",
    minor: "minor",
    degraded: "minor",
    "degraded performance": "minor",
    "partial outage": "major",
    major: "major",
    "major outage": "critical",
    critical: "critical",
    outage: "critical",
    maintenance: "maintenance",
    "under maintenance": "maintenance",
  }),
};

/** FireHydrant's documentation of severities, conditions and milestones. */
export const FIREHYDRANT = {
  severity: vocabulary<IncidentSeverity>({
    sev0: "critical",
    sev1: "critical",
    sev2: "major",
    sev3: "minor",
    sev4: "minor",
    sev5: "minor",
    unset: "minor",
    gameday: "maintenance",
    maintenance: "maintenance",
  }),
  condition: vocabulary<Health>({
    operational: "fine",
    degraded: "minor",
    offline: "major",
    unavailable: "major",
    maintenance: "maintenance",
  }),
  stage: vocabulary<BegunStage>({
    started: "investigating",
    detected: "investigating",
    acknowledged: "investigating",
    investigating: "investigating",
    identified: "identified",
    mitigated: "monitoring",
    monitoring: "monitoring",
    update: "investigating",
    resolved: "resolved",
    retrospective_started: "resolved",
    retrospective_completed: "resolved",
    "postmortem started": "resolved",
    "postmortem completed": "resolved",
    postmortem_started: "resolved",
    postmortem_completed: "resolved",
    closed: "resolved",
  }),
};

/** Slack's documentation of its status API. */
export const SLACK = {
  page: vocabulary<"fine" | "trouble">({ ok: "fine", active: "trouble" }),
  kind: vocabulary<IncidentSeverity>({ notice: "minor", incident: "minor", outage: "major", maintenance: "maintenance" }),
  stage: vocabulary<"open" | "resolved" | "unpublished">({
    active: "open",
    resolved: "resolved",
    completed: "resolved",
    scheduled: "unpublished",
    cancelled: "unpublished",
  }),
};

/** Heroku's article on its status site: blue is planned work. */
export const HEROKU = {
  colour: vocabulary<Health>({ green: "fine", blue: "maintenance", yellow: "minor", orange: "major", red: "major" }),
  stage: vocabulary<CoarseStage>({
    open: "open",
    opened: "open",
    investigating: "open",
    identified: "open",
    monitoring: "open",
    resolved: "resolved",
    closed: "resolved",
    scheduled: "planned",
  }),
};

/** Salesforce's reference of the Trust API. */
export const SALESFORCE = {
  stage: vocabulary<"open" | "resolved">({
    active: "open",
    investigating: "open",
    monitoring: "open",
    resolved: "resolved",
    closed: "resolved",
    completed: "resolved",
  }),
  severity: vocabulary<IncidentSeverity>({
    informational: "minor",
    minor: "minor",
    major: "major",
    critical: "critical",
    maintenance: "maintenance",
  }),
  plan: vocabulary<"planned" | "in-progress" | "resolved">({
    scheduled: "planned",
    notstarted: "planned",
    "not started": "planned",
    inprogress: "in-progress",
    "in progress": "in-progress",
    active: "in-progress",
    completed: "resolved",
    resolved: "resolved",
    cancelled: "planned",
    canceled: "planned",
  }),
  instance: vocabulary<Health>({
    ok: "fine",
    maintenance_core: "maintenance",
    maintenance_noncore: "maintenance",
    unplanned_maintenance_core: "major",
    unplanned_maintenance_noncore: "major",
    informational: "minor",
    informational_core: "minor",
    informational_noncore: "minor",
    minor_incident_core: "minor",
    minor_incident_noncore: "minor",
    major_incident_core: "major",
    major_incident_noncore: "major",
  }),
};

/** Oracle's guide to its status page; the same four words are used for a service and for an incident. */
export const ORACLE = {
  state: vocabulary<Health>({
    normalperformance: "fine",
    informational: "minor",
    servicedisruption: "major",
    servicedown: "critical",
    minor: "minor",
    major: "major",
    critical: "critical",
  }),
};

/** Google's `incidents.schema.json`. */
export const GOOGLE = {
  impact: vocabulary<"information" | "disruption" | "outage" | "available">({
    service_information: "information",
    service_disruption: "disruption",
    service_outage: "outage",
    available: "available",
  }),
  severity: vocabulary<"information" | "disruption" | "outage">({ low: "information", medium: "disruption", high: "outage" }),
};

/** Microsoft's reference of the service; the page embedded in the site has numbers: 1 and 4 were seen, 2 and 3 follow from the order. */
export const AZURE_DEVOPS = {
  health: vocabulary<Health>({
    healthy: "fine",
    "4": "fine",
    advisory: "minor",
    "3": "minor",
    degraded: "minor",
    "2": "minor",
    unhealthy: "major",
    "1": "major",
  }),
};

/** Seen at Apple; undocumented. */
export const APPLE = {
  kind: vocabulary<IncidentSeverity>({ outage: "major", issue: "minor", performance: "minor", maintenance: "maintenance" }),
  stage: vocabulary<CoarseStage>({
    ongoing: "open",
    resolved: "resolved",
    completed: "resolved",
    upcoming: "planned",
    scheduled: "planned",
  }),
};

/** Seen at Meta; undocumented. */
export const META = {
  state: vocabulary<Health | "resolved">({
    "no known issues": "fine",
    "some disruption": "minor",
    "some disruptions": "minor",
    "minor disruption": "minor",
    "minor disruptions": "minor",
    "medium disruption": "major",
    "medium disruptions": "major",
    "high disruption": "major",
    "high disruptions": "major",
    "major disruption": "major",
    "major disruptions": "major",
    "major outage": "critical",
    resolved: "resolved",
  }),
};

/** Seen at PlayStation; undocumented. */
export const PLAYSTATION = {
  kind: vocabulary<IncidentSeverity>({ outage: "major", degraded: "minor", maintenance: "maintenance" }),
};

/** Stripe. Without `pending` and `paused`: those mean that nothing is measured, so they count as unknown. */
export const STRIPE = {
  state: vocabulary<Health>({ up: "fine", degraded: "minor", down: "major", maintenance: "maintenance" }),
};

/** PayPal's legend, and the stages of its events. */
export const PAYPAL = {
  state: vocabulary<Health>({
    operational: "fine",
    informational: "fine",
    under_maintenance: "maintenance",
    maintenance: "maintenance",
    degraded_performance: "minor",
    service_degradation: "minor",
    partial_service_disruption: "major",
    service_disruption: "major",
    service_outage: "critical",
  }),
  stage: vocabulary<CoarseStage>({
    open: "open",
    active: "open",
    ongoing: "open",
    investigating: "open",
    identified: "open",
    in_progress: "open",
    monitoring: "open",
    resolved: "resolved",
    closed: "resolved",
    completed: "resolved",
    scheduled: "planned",
    pending: "planned",
  }),
  environment: vocabulary<"live" | "test">({ production: "live", live: "live", sandbox: "test" }),
};

/** Microsoft's reference of `serviceHealthStatus`, with and without blanks, and the words of its public page. */
export const MICROSOFT_365 = {
  state: vocabulary<Health | "resolved">({
    available: "fine",
    operational: "fine",
    healthy: "fine",
    serviceoperational: "fine",
    everythingisupandrunning: "fine",
    falsepositive: "fine",
    advisory: "minor",
    investigating: "minor",
    confirmed: "minor",
    reported: "minor",
    degraded: "minor",
    servicedegradation: "minor",
    restoringservice: "minor",
    verifyingservice: "minor",
    extendedrecovery: "minor",
    investigationsuspended: "minor",
    incident: "major",
    unavailable: "major",
    serviceinterruption: "major",
    outage: "major",
    maintenance: "maintenance",
    servicerestored: "resolved",
    postincidentreviewpublished: "resolved",
    postincidentreportpublished: "resolved",
    resolved: "resolved",
    resolvedexternal: "resolved",
    mitigated: "resolved",
    mitigatedexternal: "resolved",
  }),
};

/** Seen at Railway's own page (2026). */
export const RAILWAY = {
  state: vocabulary<Health>({
    operational: "fine",
    none: "fine",
    degraded: "minor",
    degraded_performance: "minor",
    minor_outage: "minor",
    partial_outage: "major",
    outage: "critical",
    major_outage: "critical",
    full_outage: "critical",
    maintenance: "maintenance",
    under_maintenance: "maintenance",
  }),
  stage: vocabulary<Stage>({
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    resolved: "resolved",
    completed: "resolved",
    scheduled: "planned",
    upcoming: "planned",
    in_progress: "identified",
    ongoing: "identified",
    verifying: "monitoring",
  }),
};

/** Seen at Xbox: words of one part's state and of all. */
export const XBOX = {
  state: vocabulary<Health>({
    none: "fine",
    ok: "fine",
    active: "fine",
    up: "fine",
    limited: "minor",
    degraded: "minor",
    impacted: "minor",
    partial: "minor",
    "partially impacted": "minor",
    major: "major",
    "major outage": "major",
    outage: "major",
    down: "major",
    unavailable: "major",
    maintenance: "maintenance",
    "under maintenance": "maintenance",
  }),
};

/** Seen at Nintendo: `1` is going on, everything else has not begun or is over. */
export const NINTENDO = {
  stage: vocabulary<CoarseStage>({ "0": "planned", "1": "open", "2": "resolved" }),
};

/** Riot's reference of `status-v4`. */
export const RIOT = {
  severity: vocabulary<IncidentSeverity>({ info: "minor", warning: "minor", critical: "major" }),
  maintenance: vocabulary<Stage>({ scheduled: "planned", in_progress: "identified", complete: "resolved" }),
};

/** Vultr's public `status.json`. */
export const VULTR = {
  stage: vocabulary<CoarseStage>({
    ongoing: "open",
    open: "open",
    investigating: "open",
    identified: "open",
    monitoring: "open",
    scheduled: "planned",
    upcoming: "planned",
    resolved: "resolved",
    completed: "resolved",
    closed: "resolved",
  }),
};

/** Zendesk's reference of its Status API. */
export const ZENDESK = {
  impact: vocabulary<IncidentSeverity>({
    none: "minor",
    minor: "minor",
    low: "minor",
    medium: "minor",
    moderate: "minor",
    major: "major",
    high: "major",
    critical: "critical",
    severe: "critical",
    maintenance: "maintenance",
  }),
  stage: vocabulary<Stage>({
    investigating: "investigating",
    identified: "identified",
    monitoring: "monitoring",
    resolved: "resolved",
    scheduled: "planned",
    in_progress: "identified",
    completed: "resolved",
  }),
};

/** Words with a blank, which a vendor also writes with an underscore. */
function withUnderscores<Meaning>(words: { [word: string]: Meaning }): Vocabulary<Meaning> {
  return vocabulary(
    Object.fromEntries(
      Object.entries(words).flatMap(([word, meaning]) => [
        [word, meaning],
        [word.replaceAll(" ", "_"), meaning],
      ]),
    ),
  );
}
