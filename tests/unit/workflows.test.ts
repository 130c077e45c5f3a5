import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const FOLDER = fileURLToPath(new URL("../../.github/workflows/", import.meta.url));
const workflows = readdirSync(FOLDER).map((name) => ({ name, text: readFileSync(FOLDER + name, "utf8") }));

describe("the workflows", () => {
  test.each(workflows)("$name pins every action by commit and says which version that is", ({ text }) => {
    const actions = [...text.matchAll(/\buses:\s*(.+)$/gm)].map(([, action = ""]) => action);
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(workflows)("$name says which rights it needs", ({ text }) => {
    expect(text).toMatch(/^permissions:$/m);
  });

  test("the whole test command runs on every push", () => {
    const check = workflows.find(({ name }) => name === "check.yml")?.text ?? "";
    expect(check).toMatch(/^ {2}push:$/m);
    expect(check).toContain("bash .ci/run");
  });
});
