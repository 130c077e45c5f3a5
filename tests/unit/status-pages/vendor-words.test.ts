import { describe, expect, test } from "vitest";
import * as tables from "../../../utils/core/status-pages/formats/word-table.ts";
import { collectUnknown, meaningOf, type Vocabulary } from "../../../utils/core/status-pages/parsing/unknown-values.ts";

const LISTS = Object.entries(tables).flatMap(([format, lists]) =>
  Object.entries(lists as { [field: string]: Vocabulary<unknown> }).map(([field, words]) => ({ name: `${format}.${field}`, words })),
);

/** Words that a vendor's own documentation lists, by list; of each at least these have to be known. */
const DOCUMENTED: { [list: string]: string } = {
  "STATUSPAGE.component": "operational degraded_performance partial_outage major_outage under_maintenance",
  "STATUSPAGE.impact": "none minor major critical maintenance",
  "STATUSPAGE.stage": "investigating identified monitoring resolved postmortem scheduled in_progress verifying completed",
  "INCIDENT_IO.component": "operational degraded_performance partial_outage full_outage under_maintenance",
  "INCIDENT_IO.stage": "investigating identified monitoring resolved maintenance_scheduled maintenance_in_progress maintenance_complete",
  "INSTATUS.page":
    "UP HASISSUES ALLUNDERMAINTENANCE ALLDEGRADEDPERFORMANCE ALLPARTIALOUTAGE ALLMINOROUTAGE ALLMAJOROUTAGE SOMEUNDERMAINTENANCE SOMEDEGRADEDPERFORMANCE SOMEPARTIALOUTAGE SOMEMINOROUTAGE SOMEMAJOROUTAGE ONEUNDERMAINTENANCE ONEDEGRADEDPERFORMANCE ONEPARTIALOUTAGE ONEMINOROUTAGE ONEMAJOROUTAGE",
  "INSTATUS.component": "OPERATIONAL UNDERMAINTENANCE DEGRADEDPERFORMANCE PARTIALOUTAGE MINOROUTAGE MAJOROUTAGE",
  "INSTATUS.stage": "INVESTIGATING IDENTIFIED MONITORING RESOLVED NOTSTARTEDYET INPROGRESS COMPLETED",
  "BETTER_STACK.state": "operational degraded downtime maintenance not_monitored resolved",
  "STATUS_IO.state": "100 200 300 400 500 600",
  "STATUS_IO.stage": "100 200 300 400",
  "PAGERDUTY.stage": "detected investigating identified monitoring resolved scheduled in_progress completed",
  "PAGERDUTY.severity": "all_good minor major operational partial_outage outage maintenance",
  "FIREHYDRANT.stage":
    "started detected acknowledged investigating identified mitigated resolved postmortem_started postmortem_completed closed",
  "SLACK.stage": "active resolved scheduled completed cancelled",
  "SLACK.kind": "incident notice outage maintenance",
  "HEROKU.colour": "green yellow red blue",
  "SALESFORCE.instance":
    "OK INFORMATIONAL_CORE INFORMATIONAL_NONCORE MAINTENANCE_CORE MAINTENANCE_NONCORE MINOR_INCIDENT_CORE MINOR_INCIDENT_NONCORE MAJOR_INCIDENT_CORE MAJOR_INCIDENT_NONCORE",
  "GOOGLE.impact": "SERVICE_INFORMATION SERVICE_DISRUPTION SERVICE_OUTAGE AVAILABLE",
  "ORACLE.state": "NormalPerformance Informational ServiceDisruption ServiceDown",
  "AZURE_DEVOPS.health": "healthy advisory degraded unhealthy",
  "MICROSOFT_365.state":
    "serviceOperational investigating restoringService verifyingService serviceRestored postIncidentReviewPublished serviceDegradation serviceInterruption extendedRecovery falsePositive investigationSuspended resolved mitigatedExternal mitigated resolvedExternal confirmed reported",
  "RIOT.severity": "info warning critical",
  "RIOT.maintenance": "scheduled in_progress complete",
};

describe("the table of words", () => {
  test.each(Object.entries(DOCUMENTED))("%s knows every documented word", (list, words) => {
    const found = LISTS.find(({ name }) => name === list);
    const unknown = collectUnknown();
    for (const word of words.split(" ")) meaningOf(found?.words ?? new Map(), word, unknown);
    expect(unknown.list()).toEqual([]);
  });

  test.each(LISTS)("$name has its words in lower case, as they are looked up", ({ words }) => {
    for (const word of words.keys()) expect(word).toBe(word.toLowerCase());
  });

  test("no word that says that something fails is taken for health", () => {
    const bad = /degrad|outage|disrupt|down|fail|unavail|incident|issue|critical|major|maintenance/;
    const wrong = LISTS.flatMap(({ name, words }) =>
      [...words]
        .filter(([word, meaning]) => meaning === "fine" && bad.test(word) && !/^no /.test(word))
        .map(([word]) => `${name}: ${word}`),
    );
    expect(wrong).toEqual([]);
  });
});
