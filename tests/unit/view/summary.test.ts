import { describe, expect, test } from "vitest";
import { languages, loadTranslator } from "../../../scripts/support/translator.ts";
import { siteNameOf } from "../../../utils/core/view/site-title.ts";
import { summaryText } from "../../../utils/core/view/summary.ts";
import { SITUATIONS } from "../../instruments/gallery/samples.ts";

describe.each(Object.entries(SITUATIONS))("in the situation %s", (_name, situation) => {
  test.each(languages())("every sentence of the summary is complete (%s)", (language) => {
    const words = loadTranslator(language);
    for (const { key, values } of summaryText(situation, siteNameOf(situation, language))) {
      const text = words.text(key, values);
      expect(text).not.toBe(key);
      expect(text).not.toMatch(/[{}]|undefined|NaN|Invalid/);
    }
  });
});
