import { expect, test } from "vitest";
import { readStreamLine, type StreamReplay } from "../../server/replay/replay.ts";
import type { Incident } from "../../utils/core/feed/incident.ts";
import { catalogue } from "../../utils/core/providers/catalogue.ts";
import { bucketStart, bucketText } from "../../utils/core/reports/report.ts";
import { MINUTE } from "../../utils/core/time.ts";
import { scratchFolder } from "./support/scratch-folder.ts";
import { fiveMinutes, serverAt, twelveNetworks } from "./support/server-at.ts";
import { awsEvents, standIn } from "./support/stand-in.ts";

const SERVICES = ["netflix", "coinbase", "robinhood"];
const WITHIN = { timeout: 10_000 };
const START = "2021-12-07T15:30:20Z";
const POST = { id: "o1", service: "dynamodb", summary: "Increased error rates", at: "2021-12-07T15:37:00Z" };

/** What readers act on, without counts. */
const essence = (incidents: readonly Incident[]) =>
  incidents
    .filter(({ resolved }) => resolved === null)
    .map(({ id, status, severity, started, title, services, affects, crowd }) => ({
      ...{ id, status, severity, started, title, services, affects },
      hasCrowd: crowd !== null,
    }));

test("the same reports and official posts make the same incidents in a live server and in a replayed stream", async () => {
  let posted: (typeof POST)[] = [];
  const url = await standIn((_, reply) => {
    reply.end(awsEvents(posted));
  });
  const source = { id: "aws", format: "aws-health", url, provider: "aws", site: null, page: "https://status.example", every: 0.1 };
  const server = await serverAt(START, scratchFolder(), [source]);
  const replay = replayer();
  const live = async () => essence((await server.feed()).incidents);

  for (let minute = 0; minute < 5; minute++) {
    const bucket = bucketText(bucketStart(Date.parse(START) + minute * MINUTE));
    for (const address of twelveNetworks(minute)) {
      for (const service of SERVICES) {
        const report = { v: 1, service, on: "aws/us-east-1", failure: "http.error", bucket };
        const network = `${address.split(".").slice(0, 2).join(".")}.0.0/16`;
        replay(Date.parse(START) + minute * MINUTE, { event: "report", report, prefix: address, network });
      }
    }
  }
  await fiveMinutes(server, twelveNetworks, SERVICES, "aws/us-east-1");
  const alone = essence(replay(server.clock.now, { event: "ask" }));
  expect(alone).toMatchObject([{ id: "aws-us-east-1-20211207-1", status: "possible", hasCrowd: true }]);
  await expect.poll(live, WITHIN).toEqual(alone);

  posted = [POST];
  server.clock.now += 3 * MINUTE;
  await expect.poll(live, WITHIN).toMatchObject([{ status: "investigating" }]);
  const read = (await server.feed()).incidents[0];
  if (read === undefined) throw new Error("no incident");
  const { crowd: _, ...official } = { ...read, id: "o1", started: POST.at, affects: [], status: "investigating" as const };
  replay(server.clock.now, { event: "official", incident: { ...official, crowd: null } });
  const joined = essence(replay(server.clock.now, { event: "ask" }));
  expect(joined).toMatchObject([{ id: "aws-us-east-1-20211207-1", title: "Increased error rates", affects: SERVICES.toSorted() }]);
  expect(await live()).toEqual(joined);

  // People fall silent; the official incident goes on under the same id.
  server.clock.now += 90 * MINUTE;
  const later = essence(replay(server.clock.now, { event: "ask" }));
  expect(later).toMatchObject([{ id: "aws-us-east-1-20211207-1", hasCrowd: false }]);
  await expect.poll(live, WITHIN).toEqual(later);
});

/** Gives a stream line by line to the replay; returns the incidents that an `ask` answers. */
function replayer() {
  let stream: StreamReplay = null;
  const give = (at: number, fields: object): Incident[] => {
    const { replay, step } = readStreamLine(stream, JSON.stringify({ t: new Date(at).toISOString(), ...fields }));
    if (step.kind === "broken" || step.kind === "skipped") throw new Error(JSON.stringify(step));
    stream = replay;
    return step.kind === "answer" ? step.answer.incidents : [];
  };
  const services = catalogue().filter(({ sensitive }) => sensitive !== true);
  give(Date.parse(START), { event: "start", services: services.map(({ id, name, on }) => ({ id, name, on })) });
  return give;
}
