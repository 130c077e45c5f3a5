import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadMessages } from "../../../scripts/support/translator.ts";

const FOLDER = fileURLToPath(new URL("../../../assets/store/", import.meta.url));
/** What the stores take: a short description, and a long one. */
const SHORT = 132;
const LONG = 16_000;

const languages = readdirSync(fileURLToPath(new URL("../../../locales", import.meta.url))).map((file) => file.replace(/\.yml$/, ""));

describe.each(languages)("the store listing in %s", (language) => {
  const [title = "", summary = "", description = ""] = readFileSync(`${FOLDER}listing.${language}.md`, "utf8")
    .replace(/<!--.*?-->/gs, "")
    .split(/^#+ .*$/m)
    .slice(1)
    .map((part) => part.trim());
  const name = /^# (.*)$/m.exec(readFileSync(`${FOLDER}listing.${language}.md`, "utf8"))?.[1];
  const messages = loadMessages(language);

  test("bears the name and the summary that the manifest has too", () => {
    expect(title).toBe("");
    expect(name).toBe(messages.get("extensionName"));
    expect(summary).toBe(messages.get("extensionDescription"));
  });

  test("keeps within the lengths that stores take", () => {
    expect([...summary].length).toBeLessThanOrEqual(SHORT);
    expect(description.length).toBeGreaterThan(500);
    expect(description.length).toBeLessThanOrEqual(LONG);
  });

  test("explains every word of the badge", () => {
    for (const scope of ["local", "network", "site", "provider", "unclear"])
      expect(description).toContain(`• ${messages.get(`badge.${scope}`)}:`);
  });
});
