import { describe, expect, test } from "vitest";
import { findAdvice } from "../../../utils/core/status-pages/parsing/find-advice.ts";

describe("advice", () => {
  const adviceIn = (sentence: string, forOperators = false) => findAdvice([[sentence]], forOperators);

  test("is what a vendor advises, for users or for operators", () => {
    expect(adviceIn("Please reload the page.")).toEqual([{ for: "user", text: "Please reload the page." }]);
    expect(adviceIn("We recommend failing away from the affected Availability Zone.")).toMatchObject([{ for: "operator" }]);
    expect(adviceIn("To access the console, try https://us-west-2.console.aws.amazon.com/", true)).toMatchObject([{ for: "operator" }]);
  });

  test("is not a courtesy or a promise", () => {
    for (const sentence of [
      "Thank you for your patience while we recommend nothing.",
      "Workaround: None at this time.",
      "If you need help, we suggest you contact AWS Support.",
      "We will provide an update as soon as we can.",
      "Users can now use the feature again.",
    ]) {
      expect(adviceIn(sentence)).toEqual([]);
    }
  });

  test("is at most three sentences, each once", () => {
    const posts = ["one", "two", "two", "three", "four"].map((word) => [`We recommend that you restart number ${word}.`]);
    expect(findAdvice(posts, false).map(({ text }) => text.slice(37))).toEqual(["one.", "two.", "three."]);
  });
});
