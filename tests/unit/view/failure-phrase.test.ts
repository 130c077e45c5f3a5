import { expect, test } from "vitest";
import { languages, loadTranslator } from "../../../scripts/support/translator.ts";
import { NEL_TYPES } from "../../../utils/core/net/failure.ts";
import { failurePhrase } from "../../../utils/core/view/failure-phrase.ts";

test.each(languages())("there are words for every way a request can fail (%s)", (language) => {
  const words = loadTranslator(language);
  for (const failure of NEL_TYPES) {
    const { key, values } = failurePhrase(failure, null);
    expect(words.text(key, values)).not.toBe(key);
  }
});
