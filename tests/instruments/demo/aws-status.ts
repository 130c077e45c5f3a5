import http from "node:http";
import type { AddressInfo } from "node:net";
import { POSTS, type Post } from "./day.ts";

/**
 * AWS's status endpoint as it would have been on the day: a JSON array in UTF-16 with a byte-order mark, empty before the
 * first word. Codes: 2 a degradation, as AWS marked all of that day; 0 over.
 */
function awsStatusAt(now: number): Buffer {
  const events = POSTS.filter((post) => (post.log[0]?.at ?? Number.POSITIVE_INFINITY) <= now).map((post) => eventOf(post, now));
  const text = Buffer.from(`\ufeff${JSON.stringify(events)}`, "utf16le");
  return text.swap16();
}

function eventOf(post: Post, now: number): object {
  const said = post.log.filter(({ at }) => at <= now);
  const over = post.over <= now;
  const id = post.region === "" ? post.service : `${post.service}-${post.region}`;
  const summary = over ? `[RESOLVED] ${post.summary}` : post.summary;
  return {
    date: seconds(said[0]?.at ?? now).toString(),
    region_name: post.region === "us-east-1" ? "N. Virginia" : "",
    status: over ? "0" : "2",
    service: id,
    service_name: post.name,
    summary,
    event_log: said.map(({ at, text }) => ({ summary, message: text, status: over && at === post.over ? 0 : 2, timestamp: seconds(at) })),
    impacted_services: { [id]: { service_name: post.name, current: over ? "0" : "2", max: "2" } },
    impacted_service_status_changes: [],
    ...(over ? { end_time: seconds(post.over).toString() } : {}),
  };
}

function seconds(instant: number): number {
  return Math.floor(instant / 1000);
}

export type AwsStatus = { url: string; close(): Promise<void> };

/** Serves it on loopback, as of the demo's clock. */
export async function startAwsStatus(now: () => number): Promise<AwsStatus> {
  const server = http.createServer((_, response) => {
    response.writeHead(200, { "content-type": "application/json;charset=utf-16" }).end(awsStatusAt(now()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/public/currentevents`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
