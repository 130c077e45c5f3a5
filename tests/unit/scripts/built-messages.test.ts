import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { finishMessages } from "../../../scripts/build/built-messages.ts";
import { findableMessages, languages, loadMessages } from "../../../scripts/support/translator.ts";
import { unpackMessages } from "../../../utils/core/view/packed-messages.ts";

type Built = { [key: string]: { message: string } };
let folder = "";

/** A build as it is before its messages are packed: one message a key. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "not-just-me-messages-"));
  for (const language of languages()) {
    mkdirSync(join(folder, language));
    const flat = [...loadMessages(language)].map(([key, message]) => [key.replaceAll(".", "_"), { message }]);
    writeFileSync(join(folder, language, "messages.json"), JSON.stringify(Object.fromEntries(flat)));
  }
  finishMessages(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const builtFile = (language: string) => JSON.parse(readFileSync(join(folder, language, "messages.json"), "utf8")) as Built;

/** As a browser looks a message up: in the file of the language, else in the English one; two dollars are one. */
function lookUp(language: string, key: string): string {
  const found = builtFile(language)[key] ?? builtFile("en")[key];
  return found?.message.replaceAll("$$", "$") ?? "";
}

describe.each(languages())("the built messages of %s", (language) => {
  test("hold every message, and the English names of places that have none there", () => {
    const part = (key: string) => lookUp(language, `packed_${key}`);
    const unpacked = unpackMessages({ keys: part("keys"), fallback: part("fallback"), words: part("words"), forms: part("forms") });
    expect(Object.fromEntries(unpacked)).toEqual(Object.fromEntries(findableMessages(language)));
  });

  test("keep by themselves what the browser looks up for the manifest and the badge", () => {
    for (const key of ["extensionName", "extensionDescription", "badge_local", "badge_unclear"])
      expect(lookUp(language, key)).toBe(loadMessages(language).get(key.replace("_", ".")));
  });
});

test("keys that repeat the one before are unpacked whole, and a missing word is the English one", () => {
  const unpacked = unpackMessages({ keys: "a.b.one\n..two\n.c\nd", fallback: "\n\nC", words: "1\n2 x\t2 y\n\n4", forms: "one other" });
  expect([...unpacked]).toEqual([
    ["a.b.one", "1"],
    ["a.b.two.one", "2 x"],
    ["a.b.two.other", "2 y"],
    ["a.c", "C"],
    ["d", "4"],
  ]);
});
