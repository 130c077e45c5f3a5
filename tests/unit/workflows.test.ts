import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const FOLDER = fileURLToPath(new URL("../../.github/workflows/", import.meta.url));
/** The jobs of a workflow, each with its lines without comments. */
function jobsOf(text: string): { job: string; lines: string }[] {
  const [, jobs = ""] = text.replaceAll(/^\s*#.*\n/gm, "").split(/^jobs:$/m);
  const [, ...parts] = jobs.split(/^ {2}([\w-]+):$/m);
  return parts.flatMap((part, index) => (index % 2 === 0 ? [{ job: part, lines: parts[index + 1] ?? "" }] : []));
}

const INSTALLS = /\b(?:npm|npx|pnpm|yarn|pip|apt-get|curl|wget)\b|\.ci\/run/;
const HAS_KEY = /\bsecrets\./;
const MAY_WRITE = /:\s*write\b/;

const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(FOLDER + name, "utf8") }));

describe("the workflows", () => {
  test.each(workflows)("$name pins every action by commit and says which version that is", ({ text }) => {
    const actions = [...text.matchAll(/\buses:\s*(.+)$/gm)].map(([, action = ""]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(workflows)("$name says which rights it needs", ({ text }) => {
    expect(text).toMatch(/^permissions:(?: \{\})?$/m);
  });

  test.each(workflows)("$name leaves no token behind for what runs after the checkout", ({ text }) => {
    const checkouts = text.split("actions/checkout@").slice(1);
    expect(checkouts.filter((rest) => !/^\S+ # \S+\n\s+with:\n\s+persist-credentials: false\n/.test(rest))).toEqual([]);
  });

  test.each(workflows)("$name has no job that installs and has a secret or may write", ({ text }) => {
    const jobs = jobsOf(text);
    expect(jobs.length).toBeGreaterThan(0);
    const installing = jobs.filter(({ lines }) => INSTALLS.test(lines));
    expect(installing.filter(({ lines }) => HAS_KEY.test(lines) || MAY_WRITE.test(lines)).map(({ job }) => job)).toEqual([]);
    if (jobs.some(({ lines }) => MAY_WRITE.test(lines))) expect(text).toMatch(/^permissions: \{\}$/m);
  });

  test("one job of all has the key: it runs one file of ours, and has no right but to read", () => {
    const withKey = workflows.flatMap(({ text }) => jobsOf(text)).filter(({ lines }) => HAS_KEY.test(lines));
    expect(withKey.map(({ job }) => job)).toEqual(["sign"]);
    const lines = withKey[0]?.lines ?? "";
    expect([...lines.matchAll(/\bnode (\S+)/g)].map(([, file]) => file)).toEqual(["scripts/sign-head.ts"]);
    expect([...lines.matchAll(/secrets\.\w+/g)].map(String)).toEqual(["secrets.FEED_SIGNING_KEY"]);
    expect(lines).toMatch(/permissions:\n {6}contents: read\n/);
    expect(lines).not.toContain("actions/cache@");
  });

  const writing = workflows.flatMap(({ text }) => jobsOf(text)).filter(({ lines }) => MAY_WRITE.test(lines));

  test("two jobs of all may write: the one that publishes, and the one that keeps issues", () => {
    expect(writing.map(({ job }) => job).toSorted()).toEqual(["deploy", "issues"]);
  });

  test("the job that may publish runs no code of this repository", () => {
    const publishing = writing.find(({ job }) => job === "deploy")?.lines ?? "";
    expect(publishing).not.toMatch(/\brun:|actions\/checkout@/);
  });

  test("the job that may write issues may write nothing else, runs one file of ours, and shares no cache", () => {
    const lines = writing.find(({ job }) => job === "issues")?.lines ?? "";
    expect([...lines.matchAll(/(\w+):\s*write\b/g)].map(([, right]) => right)).toEqual(["issues"]);
    expect([...lines.matchAll(/\brun: (.+)/g)].map(([, code]) => code)).toEqual(["node scripts/source-issues.ts report.json"]);
    expect(lines).not.toContain("actions/cache@");
  });

  test("the whole test command runs on every push", () => {
    const check = workflows.find(({ name }) => name === "check.yml")?.text ?? "";
    expect(check).toMatch(/^ {2}push:$/m);
    expect(check).toContain("bash .ci/run");
  });
});
