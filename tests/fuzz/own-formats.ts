import { encodeTable } from "../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../scripts/ranges/list-network.ts";
import { makeKeyPair, signWith } from "../../server/keys/key-pair.ts";
import { parseAddress } from "../../utils/core/address.ts";
import { readAddressTable } from "../../utils/core/address-table.ts";
import { catalogueDocument, readCatalogue } from "../../utils/core/catalogue.ts";
import { FAILURE_TYPES } from "../../utils/core/failure.ts";
import { readFeed } from "../../utils/core/feed.ts";
import { joinEnvelope, keyIdOf, signedBytes } from "../../utils/core/feed-envelope.ts";
import { bucketStart, bucketText, parseReport, type Vocabulary } from "../../utils/core/report.ts";
import { replayTrace } from "../../utils/core/trace.ts";
import { traceKnowledge } from "../../utils/core/trace-knowledge.ts";
import { verifyFeed } from "../../utils/feed-verification.ts";
import { STORIES } from "../stories/plots/library.ts";
import { tellStory } from "../stories/tell.ts";

/** A format of our own, and what must hold for whatever somebody makes of it. */
export type OwnFormat = {
  name: string;
  samples: Uint8Array[];
  /** Throws, or rejects, with what does not hold. */
  survives(mutated: Uint8Array, sample: Uint8Array): void | Promise<void>;
};

const NOW = Date.parse("2026-03-03T09:10:00Z");
const encode = (text: string) => new TextEncoder().encode(text);
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const json = (value: unknown) => encode(JSON.stringify(value));

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return undefined;
  }
}

const INCIDENT = {
  id: "aws-1",
  provider: "aws",
  region: "us-east-1",
  site: null,
  services: ["ec2"],
  status: "investigating",
  severity: "major",
  title: "Increased error rates",
  summary: "We see increased error rates.",
  started: "2026-03-03T08:50:00Z",
  updated: "2026-03-03T09:00:00Z",
  resolved: null,
  url: "https://status.example/1",
  advice: [],
  official: true,
};
const FEED = {
  version: 1,
  sequence: 48213,
  issued: "2026-03-03T09:05:00Z",
  expires: "2026-03-03T09:35:00Z",
  incidents: [INCIDENT],
};

const root = makeKeyPair();

function signedFeed(): Uint8Array {
  const bytes = json(FEED);
  return joinEnvelope(keyIdOf(root.key), signWith(root, signedBytes(bytes)), bytes);
}

const WORDS: Vocabulary = { services: new Set(["netflix", "github"]), isPlace: (on) => on === "aws/us-east-1" || on === "cloudflare" };

const report: OwnFormat = {
  name: "report",
  samples: ["aws/us-east-1", null].map((on) =>
    json({ v: 1, service: "netflix", on, failure: "http.error", bucket: bucketText(bucketStart(NOW)) }),
  ),
  survives(mutated) {
    const reading = parseReport(decode(mutated), WORDS, NOW);
    if (!reading.ok) {
      if (reading.reason.includes("\n") || reading.reason.length > 200) throw new Error(`not one short line: ${reading.reason}`);
      return;
    }
    const { v, service, on, failure, bucket, ...more } = reading.report;
    const words =
      v === 1 && WORDS.services.has(service) && (on === null || WORDS.isPlace(on)) && /^\d{4}-\d\d-\d\dT\d\d:\d[05]Z$/.test(bucket);
    const known = failure === "ok" || FAILURE_TYPES.includes(failure);
    if (!words || !known || Object.keys(more).length > 0) throw new Error(`took words of no list: ${JSON.stringify(reading.report)}`);
  },
};

const trace: OwnFormat = {
  name: "trace",
  samples: STORIES.slice(0, 12).map((story) =>
    encode(
      tellStory(story, "fuzz", "report", "full")
        .events.slice(0, 40)
        .map((event) => JSON.stringify(event))
        .join("\n"),
    ),
  ),
  survives(mutated) {
    const replay = replayTrace(decode(mutated).split("\n"), traceKnowledge);
    let step = replay.next();
    while (!step.done) {
      const { confidence } = step.value.verdict;
      if (!(confidence >= 0 && confidence <= 1)) throw new Error(`a confidence of ${confidence}`);
      step = replay.next();
    }
    if (step.value !== null && !(step.value.line >= 1 && step.value.field !== "")) throw new Error("a problem without its place");
  },
};

const feed: OwnFormat = {
  name: "feed",
  samples: [signedFeed()],
  async survives(mutated, sample) {
    const opening = await verifyFeed(Uint8Array.from(mutated), [root.key], NOW);
    if (opening.ok && Buffer.compare(mutated, sample) !== 0) throw new Error("took a forged feed");
  },
};

/** What a feed may say once its signature holds: a feed server can err as well. */
const feedDocument: OwnFormat = {
  name: "feed-document",
  samples: [json(FEED)],
  survives(mutated) {
    const reading = readFeed(parsed(mutated));
    if (!reading.ok && reading.reason === "") throw new Error("refused without a reason");
  },
};

const ADDRESSES = ["1.2.3.4", "10.0.0.1", "255.255.255.255", "2600::1", "fffe::"].map((text) => parseAddress(text));

const ranges: OwnFormat = {
  name: "ranges",
  samples: [
    encodeTable([
      [
        listNetwork("1.2.0.0/16", "aws", "us-east-1"),
        listNetwork("1.2.3.0/24", "aws", "us-west-2"),
        listNetwork("8.0.0.0/8", "gcp", null),
        listNetwork("2600::/32", "cloudflare", null),
      ],
    ]).bytes,
  ],
  survives(mutated) {
    const table = readAddressTable(mutated);
    for (const address of ADDRESSES) if (address !== null) table?.find(address);
  },
};

const someServices = catalogueDocument();

const catalogue: OwnFormat = {
  name: "catalogue",
  samples: [json({ ...someServices, services: someServices.services.slice(0, 6) })],
  survives(mutated) {
    const reading = readCatalogue(parsed(mutated));
    if (!reading.ok && reading.reason === "") throw new Error("refused without a reason");
  },
};

export const OWN_FORMATS: readonly OwnFormat[] = [report, trace, feed, feedDocument, ranges, catalogue];
