import type { Database } from "./database.ts";
import { createIncidentStore, type IncidentStore } from "./incident-store.ts";
import { createMeasurementStore, type MeasurementStore } from "./measurement-store.ts";
import type { Messages } from "./messages.ts";
import { migrate } from "./migrate.ts";
import { openPostgresDatabase } from "./postgres-database.ts";
import { createPublicationStore, type PublicationStore } from "./publication-store.ts";
import { createReportStore, type ReportStore } from "./report-store.ts";
import { createSourceStore, type SourceStore } from "./source-store.ts";
import { openSqliteDatabase } from "./sqlite-database.ts";

/** Everything that the server stores. */
export type Store = {
  kind: Database["kind"];
  reports: ReportStore;
  sources: SourceStore;
  incidents: IncidentStore;
  publication: PublicationStore;
  measurements: MeasurementStore;
  /** To the other server processes on the same database; null where there can be none. */
  messages: Messages | null;
  close(): Promise<void>;
};

/** Opens the store and brings it to the newest schema. Throws if it cannot be opened. */
export async function openStore(where: { file: string } | { databaseUrl: string }): Promise<Store> {
  const database = "file" in where ? openSqliteDatabase(where.file) : openPostgresDatabase(where.databaseUrl);
  try {
    await migrate(database);
  } catch (problem) {
    await database.close().catch(() => {});
    throw problem;
  }
  return {
    kind: database.kind,
    reports: createReportStore(database),
    sources: createSourceStore(database),
    incidents: createIncidentStore(database),
    publication: createPublicationStore(database),
    measurements: createMeasurementStore(database),
    messages: database.messages,
    close: () => database.close(),
  };
}
