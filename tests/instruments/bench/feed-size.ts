import http from "node:http";
import { FEED_PATH } from "../../../utils/core/feed/paths.ts";
import { publishedFeed } from "./feed/published-feed.ts";
import { openStatusPages } from "./feed/status-pages.ts";
import type { Measurement } from "./outcome.ts";
import { startFeedServer } from "./server/feed-server.ts";

const POLLS = 20;
const ENCODINGS = "gzip, deflate, br, zstd";

/** The feed of a bad day as the real server sends it, and what a poll costs when nothing has changed. */
export const feedSize: Measurement = {
  name: "feed",
  async measure() {
    const pages = await openStatusPages();
    const server = await startFeedServer(pages.sources);
    try {
      const feed = await publishedFeed(server.url);
      // As the extension asks over https; fetch would unpack the answer.
      const first = await ask(server.url, { "accept-encoding": ENCODINGS });
      const gzip = await ask(server.url, { "accept-encoding": "gzip, deflate" });
      const plain = await ask(server.url, {});
      return [
        {
          what: `feed with ${feed.incidents.length} incidents, compressed`,
          value: first.bytes / 1000,
          unit: "kB",
          budget: { atMost: 6 },
          reference: `${(plain.bytes / 1000).toFixed(1)} kB plain`,
          detail: `${first.encoding}; gzip for browsers over plain http: ${(gzip.bytes / 1000).toFixed(2)} kB; ${feed.sources.length} sources named in it`,
        },
        {
          what: "polls of the unchanged feed answered otherwise than by an empty 304",
          value: await wrongAnswers(server.url),
          unit: `of ${POLLS}`,
          budget: { atMost: 0 },
          reference: `${first.status} with ${first.bytes} bytes when it is new`,
        },
      ];
    } finally {
      await server.remove();
      await pages.close();
    }
  },
};

/** Polls as a client does; a feed that is newer than the tag is no wrong answer, but a new tag to ask with. */
async function wrongAnswers(url: string): Promise<number> {
  let { etag } = await ask(url, { "accept-encoding": ENCODINGS });
  let wrong = 0;
  for (let poll = 0; poll < POLLS; poll++) {
    const answer = await ask(url, { "accept-encoding": ENCODINGS, "if-none-match": etag });
    const renewed = answer.status === 200 && answer.etag !== etag;
    if (renewed) etag = answer.etag;
    else if (answer.status !== 304 || answer.bytes > 0) wrong++;
  }
  return wrong;
}

type Answer = { status: number; etag: string; encoding: string; bytes: number };

function ask(url: string, headers: { [name: string]: string }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.get(`${url}${FEED_PATH}`, { headers }, (response) => {
      let bytes = 0;
      response.on("data", (part: Buffer) => {
        bytes += part.length;
      });
      response.on("end", () => {
        const { etag = "", "content-encoding": encoding = "not compressed" } = response.headers;
        resolve({ status: response.statusCode ?? 0, etag, encoding, bytes });
      });
    });
    request.on("error", reject);
  });
}
