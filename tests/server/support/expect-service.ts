import { expect } from "vitest";
import { sendReport } from "./send-report.ts";
import { fetchFeed, type ServerProcess } from "./server-process.ts";

/** What anybody gets of a server, whatever others do to it: a good feed, and an ear. */
export async function expectService({ url, rootKey }: ServerProcess, address = "127.0.0.1"): Promise<void> {
  await fetchFeed(url, rootKey);
  expect((await sendReport(url, address)).status).toBe(204);
}
