import { encodeTable } from "../../../scripts/ranges/encode-table.ts";
import { listNetwork } from "../../../scripts/ranges/list-network.ts";
import { type KeyPair, makeKeyPair, signWith } from "../../../server/keys/key-pair.ts";
import { grantFeedKey } from "../../../server/keys/signer.ts";
import { readFeed } from "../../../utils/core/feed/feed.ts";
import { writeGrant } from "../../../utils/core/feed/grant-text.ts";
import { openHead } from "../../../utils/core/feed/head.ts";
import { keyIdOf } from "../../../utils/core/feed/public-key.ts";
import { openNextRoot, rootJson } from "../../../utils/core/feed/root.ts";
import type { Root } from "../../../utils/core/feed/root-text.ts";
import { type DocumentKind, joinDocument, signedBytes } from "../../../utils/core/feed/signed-document.ts";
import { parseAddress } from "../../../utils/core/net/address.ts";
import { NEL_TYPES } from "../../../utils/core/net/failure.ts";
import { readAddressTable } from "../../../utils/core/providers/address-table.ts";
import { bucketStart, bucketText, parseReport, type Vocabulary } from "../../../utils/core/reports/report.ts";
import { readCatalogue } from "../../../utils/core/status-pages/catalogue-document.ts";
import { catalogueDocument } from "../../../utils/core/status-pages/published-catalogue.ts";
import { replayTrace, type TraceProblem } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { verifySignature } from "../../../utils/feed/verify-signature.ts";
import { generateTrace } from "../scenarios/generate-trace.ts";
import { SCENARIOS } from "../scenarios/library/index.ts";
import type { Scenario } from "../scenarios/scenario.ts";

/** A format of our own, and what must hold for whatever somebody makes of it. */
export type OwnFormat = {
  name: string;
  samples: Uint8Array[];
  /** Whether it is read as good: what every sample must be, or its mutations prove nothing. */
  isTaken(bytes: Uint8Array): boolean | Promise<boolean>;
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
  official: { url: "https://status.example/1", acknowledged: "2026-03-03T08:58:00Z" },
};
const FEED = {
  version: 2,
  sequence: 48213,
  issued: "2026-03-03T09:05:00Z",
  expires: "2026-03-03T09:35:00Z",
  incidents: [INCIDENT],
};

const rootKey = makeKeyPair();
const feedKey = grantFeedKey(rootKey, NOW);
const root: Root = { number: 1, threshold: 1, keys: [rootKey.key] };

function signed(kind: DocumentKind, value: string, keys: KeyPair[]): Uint8Array {
  const bytes = encode(value);
  const signatures = keys.map((key) => ({ keyId: keyIdOf(key.key), signature: signWith(key, signedBytes(kind, bytes)) }));
  return joinDocument(kind, signatures, bytes);
}

const HEAD = {
  ...{ version: 2, sequence: Math.floor(NOW / 1000), issued: "2026-03-03T09:05:00Z", expires: "2026-03-03T09:35:00Z" },
  body: { url: `v2/body-${"0".repeat(43)}.json`, sha256: "0".repeat(43), bytes: 5000 },
  reports: "https://feed.example/v2/reports",
  keys: [writeGrant(feedKey)],
};

const WORDS: Vocabulary = { services: new Set(["netflix", "github"]), isPlace: (on) => on === "aws/us-east-1" || on === "cloudflare" };

const report: OwnFormat = {
  name: "report",
  samples: ["aws/us-east-1", null].map((on) =>
    json({ v: 1, service: "netflix", on, failure: "http.error", bucket: bucketText(bucketStart(NOW)) }),
  ),
  isTaken: (bytes) => parseReport(decode(bytes), WORDS, NOW).ok,
  survives(mutated) {
    const reading = parseReport(decode(mutated), WORDS, NOW);
    if (!reading.ok) {
      if (reading.reason.includes("\n") || reading.reason.length > 200) throw new Error(`not one short line: ${reading.reason}`);
      return;
    }
    const { v, service, on, failure, bucket, ...more } = reading.report;
    const words =
      v === 1 && WORDS.services.has(service) && (on === null || WORDS.isPlace(on)) && /^\d{4}-\d\d-\d\dT\d\d:\d[05]Z$/.test(bucket);
    const known = failure === "ok" || NEL_TYPES.includes(failure);
    if (!words || !known || Object.keys(more).length > 0) throw new Error(`took words of no list: ${JSON.stringify(reading.report)}`);
  },
};

/** Replays to the end; the last step is null or the problem that stopped it. */
function replayed(bytes: Uint8Array): { confidences: number[]; problem: TraceProblem | null } {
  const confidences: number[] = [];
  const replay = replayTrace(decode(bytes).split("\n"), replayKnowledge);
  let step = replay.next();
  while (!step.done) {
    confidences.push(step.value.verdict.confidence);
    step = replay.next();
  }
  return { confidences, problem: step.value };
}

/** The start of a trace and its last events, so that it is short and something is asked. */
function shortTrace(scenario: Scenario): Uint8Array {
  const [head, ...events] = generateTrace(scenario, "fuzz", "report", "full").events;
  return encode([head, ...events.slice(-40)].map((event) => JSON.stringify(event)).join("\n"));
}

const trace: OwnFormat = {
  name: "trace",
  samples: SCENARIOS.slice(0, 12).map(shortTrace),
  isTaken(bytes) {
    const { confidences, problem } = replayed(bytes);
    return problem === null && confidences.length > 0;
  },
  survives(mutated) {
    const { confidences, problem } = replayed(mutated);
    if (!confidences.every((confidence) => confidence >= 0 && confidence <= 1)) throw new Error(`a confidence of ${confidences}`);
    if (problem !== null && !(problem.line >= 1 && problem.field !== "")) throw new Error("a problem without its place");
  },
};

/** A signed document: nothing but its own bytes is taken. */
function signedFormat(name: string, sample: Uint8Array, opens: (bytes: Uint8Array) => Promise<{ ok: boolean }>): OwnFormat {
  return {
    name,
    samples: [sample],
    isTaken: async (bytes) => (await opens(bytes)).ok,
    async survives(mutated) {
      if ((await opens(mutated)).ok && Buffer.compare(mutated, sample) !== 0) throw new Error(`took a forged ${name}`);
    },
  };
}

const head = signedFormat("head", signed("head", JSON.stringify(HEAD), [feedKey]), (bytes) => openHead(bytes, root, NOW, verifySignature));

const successor = makeKeyPair();
const nextRoot = signedFormat(
  "root",
  signed("root", rootJson({ number: 2, threshold: 1, keys: [successor.key] }), [rootKey, successor]),
  (bytes) => openNextRoot(bytes, root, verifySignature),
);

/** What a feed may say once its signature holds: a feed server can err as well. */
const feedDocument: OwnFormat = {
  name: "feed-document",
  samples: [json(FEED)],
  isTaken: (bytes) => readFeed(parsed(bytes)).ok,
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
  isTaken: (bytes) => readAddressTable(bytes) !== null,
  survives(mutated) {
    const table = readAddressTable(mutated);
    for (const address of ADDRESSES) if (address !== null) table?.find(address);
  },
};

const wholeCatalogue = catalogueDocument();

const catalogue: OwnFormat = {
  name: "catalogue",
  samples: [json({ ...wholeCatalogue, services: wholeCatalogue.services.slice(0, 6) })],
  isTaken: (bytes) => readCatalogue(parsed(bytes)).ok,
  survives(mutated) {
    const reading = readCatalogue(parsed(mutated));
    if (!reading.ok && reading.reason === "") throw new Error("refused without a reason");
  },
};

export const OWN_FORMATS: readonly OwnFormat[] = [report, trace, head, nextRoot, feedDocument, ranges, catalogue];
