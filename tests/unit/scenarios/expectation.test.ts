import { describe, expect, test } from "vitest";
import { type Expectation, mark } from "../../instruments/scenarios/expectation.ts";

const expectation: Expectation = {
  stage: "final",
  truth: "site",
  accept: [
    { scope: "site", cause: ["http", "tls"], subject: "example.com" },
    { scope: "network", weak: true },
  ],
};
const given = (scope: string, cause: string | null = null, subject: string | null = null) => ({ scope, cause, subject, confidence: 0.9 });

describe("marking an answer", () => {
  test("calls an answer right whose scope, cause and subject are among those accepted", () => {
    expect(mark(given("site", "tls", "example.com"), expectation)).toBe("right");
  });

  test("calls the right scope with another cause or subject wrong", () => {
    expect(mark(given("site", "dns", "example.com"), expectation)).toBe("wrong");
    expect(mark(given("site", "http", "example.org"), expectation)).toBe("wrong");
  });

  test("takes a cause that must be null for no other cause", () => {
    const clear: Expectation = { stage: "final", truth: "clear", accept: [{ scope: "clear", cause: null }] };
    expect(mark(given("clear"), clear)).toBe("right");
    expect(mark(given("clear", "refuses", "example.com"), clear)).toBe("wrong");
  });

  test("tells a tolerated answer, an honest one and a wrong one apart", () => {
    expect(mark(given("network", "isp"), expectation)).toBe("weak");
    expect(mark(given("unclear"), expectation)).toBe("unclear");
    expect(mark(given("provider", "correlated", "aws/us-east-1"), expectation)).toBe("wrong");
  });

  test("calls an honest answer right where it is the best one", () => {
    expect(mark(given("unclear"), { ...expectation, accept: [{ scope: "unclear" }] })).toBe("right");
  });
});
