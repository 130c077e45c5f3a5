import { connect } from "node:net";
import { performance } from "node:perf_hooks";
import { HEAD_PATH } from "../../../../utils/core/feed/paths.ts";
import { NEL_TYPES } from "../../../../utils/core/net/failure.ts";
import { bucketStart, bucketText, REPORTS_PATH } from "../../../../utils/core/reports/report.ts";

/*
 * Asks a server on loopback as fast as it answers, over a fixed number of connections with a fixed number of requests under way on each,
 * until the time or the number of requests is used up. Run by itself, so that it takes no time from the server:
 * node load-generator.ts URL KIND SECONDS FIRST — KIND is `reports` or `heads`, FIRST the number of the first report, which
 * makes its sender. Prints one line of JSON.
 */

export type Kind = "reports" | "heads";

export type Load = { seconds: number; answers: { [status: string]: number }; rate: number; p50: number; p99: number };

const CONNECTIONS = 64;
const UNDER_WAY = 4;
const MAX_REQUESTS = 1_000_000;
const HEADER_END = Buffer.from("\r\n\r\n");

/** What a request looks like on the wire; `number` makes each report another person's. */
type Writer = (number: number) => string;

const SERVICES = ["netflix", "github", "discord", "reddit", "zoom", "slack", "spotify", "twitch"];

function reportWriter(host: string): Writer {
  const on = ["aws/us-east-1", "cloudflare", null];
  return (number) => {
    const bucket = bucketText(bucketStart(Date.now()));
    const body = JSON.stringify({
      v: 1,
      service: SERVICES[number % SERVICES.length],
      on: on[number % on.length],
      failure: NEL_TYPES[number % NEL_TYPES.length],
      bucket,
    });
    // A network prefix of its own for each, so that no cap and no second report of one person hides what is written; and of addresses
    // that are nobody's (240.0.0.0/4), or those of clouds among them would weigh nothing.
    const address = `${240 + ((number >> 16) & 15)}.${(number >> 8) & 255}.${number & 255}.7`;
    return `POST ${REPORTS_PATH} HTTP/1.1\r\nHost: ${host}\r\nX-Forwarded-For: ${address}\r\nContent-Type: text/plain\r\nContent-Length: ${body.length}\r\n\r\n${body}`;
  };
}

function headWriter(host: string): Writer {
  const request = `GET ${HEAD_PATH} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n`;
  return () => request;
}

function writerFor(kind: Kind, url: string): Writer {
  const { host } = new URL(url);
  return kind === "reports" ? reportWriter(host) : headWriter(host);
}

/** Keeps one connection busy until it is stopped, then waits for the answers that are still due. */
function keepBusy(url: string, next: () => string | null, onAnswer: (status: string, milliseconds: number) => void): Promise<void> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const sent: number[] = [];
    let rest: Buffer = Buffer.alloc(0);

    function send(count: number): void {
      let text = "";
      for (let index = 0; index < count; index++) {
        const request = next();
        if (request === null) break;
        text += request;
        sent.push(performance.now());
      }
      if (text !== "") socket.write(text);
      else if (sent.length === 0) socket.end();
    }

    socket.on("connect", () => send(UNDER_WAY));
    socket.on("data", (data) => {
      rest = rest.length === 0 ? data : Buffer.concat([rest, data]);
      const now = performance.now();
      let at = 0;
      let answered = 0;
      for (;;) {
        const end = rest.indexOf(HEADER_END, at);
        if (end < 0) break;
        const header = rest.toString("latin1", at, end);
        const status = header.slice(9, 12);
        const length = status === "304" || status === "204" ? 0 : Number(/\r\ncontent-length: (\d+)/i.exec(header)?.[1] ?? Number.NaN);
        if (Number.isNaN(length)) {
          socket.destroy(new Error(`an answer without a length: ${header.split("\r\n")[0]}`));
          return;
        }
        if (rest.length < end + 4 + length) break;
        at = end + 4 + length;
        answered++;
        onAnswer(status, now - (sent.shift() ?? now));
      }
      rest = rest.subarray(at);
      if (answered > 0) send(answered);
    });
    socket.on("close", () => resolve());
    socket.on("error", reject);
  });
}

async function run(url: string, kind: Kind, seconds: number, first: number): Promise<Load> {
  const write = writerFor(kind, url);
  const answers: Load["answers"] = {};
  const times: number[] = [];
  let number = first;
  const start = performance.now();
  const end = start + seconds * 1000;
  const next = () => (performance.now() < end && number < first + MAX_REQUESTS ? write(number++) : null);
  const note = (status: string, milliseconds: number) => {
    answers[status] = (answers[status] ?? 0) + 1;
    times.push(milliseconds);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, () => keepBusy(url, next, note)));
  const took = (performance.now() - start) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? Number.NaN;
  return { seconds: took, answers, rate: times.length / took, p50: at(0.5), p99: at(0.99) };
}

if (import.meta.main) {
  const [url = "", kind = "", seconds = "", first = ""] = process.argv.slice(2);
  console.log(JSON.stringify(await run(url, kind as Kind, Number(seconds), Number(first))));
}
