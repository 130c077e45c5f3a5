import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { classifyError, isVague } from "../../../utils/core/net/classify-error.ts";
import { replayTrace } from "../../../utils/core/trace/replay.ts";
import { replayKnowledge } from "../../../utils/core/trace/replay-knowledge.ts";
import { mark } from "../../instruments/scenarios/expectation.ts";
import type { Access } from "../../lab/access.ts";
import { CASES } from "../../lab/cases/index.ts";
import type { LabCase } from "../../lab/lab-case.ts";
import { namelessAnswers, writtenAgain } from "./written-again.ts";

/** What real browsers reported while the fault lab broke things (`npm run lab -- --record`). */
const folder = new URL("../../recordings/", import.meta.url);

type Family = "chromium" | "firefox";
type Recording = { name: string; text: string; family: Family; access: Access; labCase: LabCase };
type Line = { event: string; url?: string; error?: string; type?: string };

function readRecording(file: string): Recording {
  const [fault, browser = ""] = file.replace(/\.jsonl$/, "").split("/");
  const [family, access] = browser.split("-") as [Family, Access];
  const labCase = CASES.find((one) => one.name === fault);
  if (labCase === undefined) throw new Error(`${file}: the lab has no case of that name`);
  return { name: `${fault} in ${family}, ${access} access`, text: readFileSync(new URL(file, folder), "utf8"), family, access, labCase };
}

const recordings = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".jsonl"))
  .map(readRecording);

const linesOf = (text: string) =>
  text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);

describe("recordings of the fault lab", () => {
  test("are there for both browsers and both levels of access", () => {
    const kinds = new Set(recordings.map(({ family, access }) => `${family} ${access}`));
    expect([...kinds].sort()).toEqual(["chromium basic", "chromium full", "firefox basic", "firefox full"]);
  });

  test.each(recordings)("$name is answered as the popup answered", ({ name, text, access, labCase }) => {
    const replay = replayTrace(text.split("\n"), replayKnowledge);
    const step = replay.next();
    if (step.done) throw new Error(`${name} asks nothing`);
    const { scope, cause, subject, confidence } = step.value.verdict;
    const given = { scope, cause, subject, confidence };
    // Asked about the toolbar, a replay names the gravest trouble; the popup shows that on the badge only.
    const expectation = { stage: "final" as const, truth: "", accept: labCase.accept[access] };
    const marked = mark(given, expectation);
    const accepted = marked === "right" || (scope === "unclear" && labCase.accept[access].some((answer) => answer.scope === "unclear"));
    expect(accepted, `answered ${scope}, ${cause}, ${subject}`).toBe(true);
    expect(replay.next()).toEqual({ done: true, value: null });
  });

  test.each(recordings)("$name: something in between is seen exactly where the fault was played behind a proxy", ({ text, labCase }) => {
    const answer = replayTrace(text.split("\n"), replayKnowledge).next().value;
    if (answer === null || !("snapshot" in answer)) throw new Error("nothing is asked");
    const { proxied, intermediaryAt } = answer.snapshot;
    expect(proxied || intermediaryAt > 0).toBe(labCase.launch === "proxy");
  });

  test.each(recordings.filter(({ labCase }) => labCase.shows !== undefined))(
    "$name: the browser's error is classified as the fault",
    ({ text, family, labCase }) => {
      const failures = linesOf(text).filter(
        ({ event, type }) => event === "navigation-error" || (event === "error" && type === "main_frame"),
      );
      const classes = failures.map(({ error = "" }) => classifyError(family, error));
      const kinds = classes.filter((named) => !isVague(named)).map(({ kind }) => kind);
      expect(kinds.length).toBeGreaterThan(0);
      expect(labCase.shows).toEqual(expect.arrayContaining([...new Set(kinds)]));
    },
  );

  test.each(recordings)("$name is answered alike when it is saved again, with real names and with pseudonyms", ({ text }) => {
    for (const pseudonyms of [false, true]) {
      const { lived, replayed } = writtenAgain(text, pseudonyms);
      expect(namelessAnswers(replayed)).toEqual(namelessAnswers(lived));
    }
  });

  test.each(recordings)("$name keeps none of its names and addresses when it is saved with pseudonyms", ({ text }) => {
    const { saved } = writtenAgain(text, true);
    const real = [...text.matchAll(/"https?:\/\/([^/"]+)|"ip":"([^"]+)"/g)].map(([, host, ip]) => host ?? ip ?? "");
    for (const name of new Set(real)) expect(saved).not.toContain(name);
  });

  test.each(recordings)("$name holds no path, no query and no fragment", ({ text }) => {
    for (const [, url = ""] of text.matchAll(/"(?:url|initiator)":"([^"]+)"/g)) expect(url).toMatch(/^[a-z-]+:\/\/[^/?#]+\/$/);
  });
});
