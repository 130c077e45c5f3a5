import http from "node:http";
import { CROWD } from "./day.ts";
import type { DemoClock } from "./demo-clock.ts";

/** One reporter here represents this many of the day, so that a laptop can play the crowd and the browser at once. */
const STANDS_FOR = 40;
const MINUTE = 60_000;
const BUCKET = 5 * MINUTE;
/** The crowd's figures are reports a quarter of an hour. */
const QUARTER = 15;
/** Reporters have addresses from 127.64.0.0 up, each in a /24 of its own: the server counts one reporter a /24. */
const FIRST_NETWORK = 64;
const NETWORKS = 192;
const AT_ONCE = 32;

export type CrowdPlay = {
  /** Reports that the server took, by service. */
  taken: { [service: string]: number };
  /** Answers other than 204, by status. */
  refused: Map<number | string, number>;
  stop(): Promise<void>;
};

/**
 * Lets the people of the day report: real requests from many loopback addresses, in the proportions of the day.
 * @param reportsUrl where the server takes reports
 */
export function startCrowd(clock: DemoClock, reportsUrl: string): CrowdPlay {
  const play: CrowdPlay = { taken: {}, refused: new Map(), stop };
  const owed: { [service: string]: number } = {};
  const waiting: string[] = [];
  let last = clock.now();
  let sent = 0;
  let running = 0;
  let idle: (() => void) | null = null;

  function tick(): void {
    const now = clock.now();
    for (const service of Object.keys(CROWD)) {
      owed[service] = (owed[service] ?? 0) + ((reportsAt(service, now) / STANDS_FOR / QUARTER) * (now - last)) / MINUTE;
      for (; owed[service] >= 1; owed[service]--) waiting.push(service);
    }
    last = now;
    while (running < AT_ONCE && waiting.length > 0) void send();
  }

  async function send(): Promise<void> {
    const service = waiting.shift();
    if (service === undefined) return;
    running++;
    const outcome = await post(reportsUrl, addressOf(sent++), service, bucketOf(clock.now()));
    if (outcome === 204) play.taken[service] = (play.taken[service] ?? 0) + 1;
    else play.refused.set(outcome, (play.refused.get(outcome) ?? 0) + 1);
    running--;
    if (waiting.length > 0) void send();
    else if (running === 0) idle?.();
  }

  const timer = setInterval(tick, 100);
  async function stop(): Promise<void> {
    clearInterval(timer);
    waiting.length = 0;
    if (running > 0) {
      await new Promise<void>((resolve) => {
        idle = resolve;
      });
    }
  }
  return play;
}

/** Reports a quarter of an hour at an instant: straight lines between the figures that are known. */
function reportsAt(service: string, now: number): number {
  const points = CROWD[service] ?? [];
  for (let index = 1; index < points.length; index++) {
    const [before, after] = [points[index - 1], points[index]];
    if (before === undefined || after === undefined || now < before.at || now > after.at) continue;
    return before.reports + ((after.reports - before.reports) * (now - before.at)) / (after.at - before.at);
  }
  return 0;
}

function bucketOf(now: number): string {
  return `${new Date(Math.floor(now / BUCKET) * BUCKET).toISOString().slice(0, 16)}Z`;
}

/** Walks through the networks first, so that the reporters of any moment are spread over all of them. */
function addressOf(index: number): string {
  return `127.${FIRST_NETWORK + (index % NETWORKS)}.${Math.floor(index / NETWORKS) % 256}.7`;
}

function post(url: string, localAddress: string, service: string, bucket: string): Promise<number | string> {
  const body = JSON.stringify({ v: 1, service, on: "aws/us-east-1", failure: "http.error", bucket });
  return new Promise((resolve) => {
    const request = http.request(
      url,
      { method: "POST", localAddress, agent: false, headers: { "content-type": "text/plain" } },
      (response) => {
        response.resume();
        response.on("end", () => resolve(response.statusCode ?? 0));
      },
    );
    request.on("error", (problem: NodeJS.ErrnoException) => resolve(problem.code ?? problem.message));
    request.end(body);
  });
}
