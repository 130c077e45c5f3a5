import { sanitizeText } from "../../utils/core/net/sanitize.ts";
import { wholeCatalogue } from "../../utils/core/providers/further-services.ts";
import { createLocator } from "../../utils/core/providers/locator.ts";
import { buildSettings } from "../answers/build-settings.ts";
import { cacheFolder } from "../answers/cache-folder.ts";
import { answerDown } from "../answers/down.ts";
import { readFeedSetting } from "../answers/feed-setting.ts";
import { type Knowledge, loadKnowledge } from "../answers/knowledge.ts";
import { answerOutages } from "../answers/outages.ts";
import { feedSentence } from "../answers/sentences.ts";
import { readSubject } from "../answers/subject.ts";
import { answerWhere, hasAddress } from "../answers/where.ts";
import { UsageError } from "../support/flags.ts";
import { readQuery } from "../where/read-query.ts";
import { EXIT, type ExitStatus } from "./exit-status.ts";
import { helpText } from "./help.ts";
import type { Paint } from "./paint.ts";
import { downLines, outagesLines, whereLines } from "./print.ts";
import { readHosts } from "./read-hosts.ts";
import { type Common, type Request, readWords } from "./read-words.ts";

/** The version of the JSON documents: fields are added, and never renamed or removed, without a new one. */
const FORMAT = 1;

/** What a command says: lines for people, among them how current they are, and one document for programs. */
type Outcome = { status: ExitStatus; lines: string[]; age: string | null; document: object };

export type Output = { paint: Paint; out(text: string): void; err(text: string): void };

type Of<Command extends Request["command"]> = Extract<Request, { command: Command }>;

/** Runs a command line. @throws UsageError where it cannot be understood */
export async function run(args: readonly string[], output: Output): Promise<ExitStatus> {
  const request = readWords(args);
  if (request.command === "help") output.out(helpText(request.of));
  if (request.command === "version") output.out(buildSettings().version);
  if (request.command === "help" || request.command === "version") return EXIT.nothing;
  const { status, lines, age, document } = await answer(request, output);
  if (request.json) output.out(JSON.stringify({ format: FORMAT, command: request.command, exit: status, ...document }, null, 2));
  else print(lines, age, status, output);
  return status;
}

/** That there is no feed is no answer but a trouble. */
function print(lines: readonly string[], age: string | null, status: ExitStatus, { paint, out, err }: Output): void {
  if (lines.length > 0) out(lines.join("\n"));
  if (age === null) return;
  if (status === EXIT.noFeed) err(age);
  else out(paint.dim(age));
}

async function answer(request: Of<"down"> | Of<"where"> | Of<"outages">, output: Output): Promise<Outcome> {
  switch (request.command) {
    case "down":
      return await down(request, output);
    case "where":
      return await where(request, output);
    case "outages":
      return await outages(request, output);
    default:
      return request satisfies never;
  }
}

async function down(request: Of<"down">, output: Output): Promise<Outcome> {
  const needsAddresses = hasAddress([request.words.trim()]);
  const { reading, services, locator } = await know(request, needsAddresses, output);
  const subject = readSubject(request.words, services);
  if (!subject.ok) {
    const hint = subject.near.length === 0 ? "" : `; did you mean ${subject.near.join(", ")}?`;
    throw new UsageError(`"${sanitizeText(request.words)}": ${subject.reason}${hint}`);
  }
  const now = Date.now();
  const found = answerDown(subject.subject, reading.feed, services, locator, now);
  const status = found.known === "unknown" ? EXIT.noFeed : found.known === "outage" ? EXIT.outage : EXIT.nothing;
  return {
    status,
    lines: downLines(found, output.paint, now),
    age: feedSentence(reading.status, now),
    document: { ...found, feed: reading.status },
  };
}

async function where(request: Of<"where">, output: Output): Promise<Outcome> {
  const hosts = request.words.map((word) => {
    const query = readQuery(word);
    if ("error" in query) throw new UsageError(`"${sanitizeText(word)}": ${query.error}`);
    return query.host;
  });
  const now = Date.now();
  if (request.noFeed) {
    const found = hosts.map((host) => answerWhere(host, null, wholeCatalogue(), createLocator()));
    const lines = found.flatMap((one) => whereLines(one, output.paint, now));
    return { status: EXIT.nothing, lines, age: null, document: { hosts: found, feed: null } };
  }
  const { reading, services, locator } = await know(request, hasAddress(hosts), output);
  const found = hosts.map((host) => answerWhere(host, reading.feed, services, locator));
  const hasOutage = found.some((one) => one.outages.length > 0);
  return {
    status: reading.feed === null ? EXIT.noFeed : hasOutage ? EXIT.outage : EXIT.nothing,
    lines: found.flatMap((one) => whereLines(one, output.paint, now)),
    age: feedSentence(reading.status, now),
    document: { hosts: found, feed: reading.status },
  };
}

async function outages(request: Of<"outages">, output: Output): Promise<Outcome> {
  // Before anything is asked: a wrong list is found without a feed.
  const hosts = request.mine === null ? null : await readHosts(request.mine);
  const { reading, services, locator } = await know(request, hosts !== null && hasAddress(hosts), output);
  const now = Date.now();
  const age = feedSentence(reading.status, now);
  if (reading.feed === null) return { status: EXIT.noFeed, lines: [], age, document: { feed: reading.status } };
  const found = answerOutages(hosts, reading.feed, services, locator, now);
  return {
    status: found.outages.length > 0 ? EXIT.outage : EXIT.nothing,
    lines: outagesLines(found, output.paint, now),
    age,
    document: { ...found, feed: reading.status },
  };
}

/** Warnings go to standard error, so that they are seen with `--json` too and are in no document twice. */
async function know(request: Common, needsAddresses: boolean, output: Output): Promise<Knowledge> {
  const setting = readFeedSetting(request, process.env, buildSettings().feed);
  const knowledge = await loadKnowledge(setting, cacheFolder(), { refresh: request.refresh, needsAddresses });
  for (const warning of knowledge.reading.status.warnings) output.err(`warning: ${warning}`);
  return knowledge;
}
