import { describe, expect, test } from "vitest";
import { joinVantages } from "../../../server/measure/join-vantages.ts";
import type { VantageView } from "../../../server/measure/vantage-view.ts";
import { MINUTE } from "../../../utils/core/time.ts";

const NOW = Date.parse("2026-03-03T09:00:00Z");
const LIST = { sha256: "list", count: 600 };

/** What a vantage says: `amazon 2` fails there since two rounds, `-chase` is not seen. */
function view(vantage: string, words = "", more: Partial<VantageView> = {}): VantageView {
  const named = words.split(",").filter((word) => word !== "");
  return {
    ...{ vantage, country: "DE", asn: null, at: NOW - 10_000, targets: "list" },
    failing: named
      .filter((word) => !word.startsWith("-"))
      .map((word) => {
        const [target = "", rounds = "1"] = word.split(" ");
        return { target, rounds: Number(rounds), failure: "tcp.timed_out" as const, since: NOW - Number(rounds) * MINUTE };
      }),
    unseen: named.filter((word) => word.startsWith("-")).map((word) => word.slice(1)),
    ...more,
  };
}

const many = (count: number, rounds = 3) => Array.from({ length: count }, (_, index) => `t${index} ${rounds}`).join(",");
const failing = (...views: VantageView[]) => joinVantages(views, LIST, NOW)?.fail.map(({ target, from }) => `${target}: ${from.join(" ")}`);

describe("several vantages", () => {
  test("say that a target fails after two rounds of one", () => {
    expect(failing(view("fra", "aws/us-east-1 1"))).toEqual([]);
    expect(failing(view("fra", "aws/us-east-1 2"))).toEqual(["aws/us-east-1: fra"]);
  });

  test("say that a target fails after one round of two", () => {
    expect(failing(view("fra", "aws/us-east-1 1"), view("iad", "aws/us-east-1 1"))).toEqual(["aws/us-east-1: fra iad"]);
  });

  test("of two that contradict each other neither makes an outage: it is the way between", () => {
    expect(failing(view("fra", "netflix 5"), view("iad"))).toEqual([]);
  });

  test("do not ask the one that cannot see the target", () => {
    expect(failing(view("fra", "netflix 2"), view("iad", "-netflix"))).toEqual(["netflix: fra"]);
    expect(failing(view("fra", "netflix 2"), view("iad", "-netflix"), view("sin", "-netflix"))).toEqual([]);
  });

  test("name where it fails and where it answers", () => {
    const joint = joinVantages([view("fra", "netflix 2"), view("iad", "netflix 4"), view("sin")], LIST, NOW);
    expect(joint?.fail).toEqual([
      { target: "netflix", from: ["fra", "iad"], answer: ["sin"], failure: "tcp.timed_out", since: NOW - 4 * MINUTE },
    ]);
  });

  test("cannot see what none of them sees", () => {
    expect(joinVantages([view("fra", "-chase,-hsbc-uk"), view("iad", "-chase")], LIST, NOW)?.unseen).toEqual(["chase"]);
  });

  test("are named without what each alone does not see, or alone sees fail in two rounds", () => {
    const from = (...views: VantageView[]) => joinVantages(views, LIST, NOW)?.from.map(({ id, except }) => [id, except]);
    expect(from(view("fra", "-chase,-hsbc-uk,netflix 2,spotify 1"), view("iad", "-chase"))).toEqual([
      ["fra", ["hsbc-uk", "netflix"]],
      ["iad", []],
    ]);
    const few = many(301).replaceAll(/ 3/g, "").replaceAll("t", "-t");
    expect(from(view("fra"), view("globalping", few))).toEqual([
      ["fra", []],
      ["globalping", "most"],
    ]);
  });

  test("say nothing when all have fallen silent, ask another list, or have clocks that run ahead", () => {
    expect(joinVantages([], LIST, NOW)).toBeNull();
    expect(joinVantages([view("fra", "", { at: NOW - 4 * MINUTE })], LIST, NOW)).toBeNull();
    expect(joinVantages([view("fra", "", { targets: "another" })], LIST, NOW)).toBeNull();
    expect(joinVantages([view("fra", "", { at: NOW + 2 * MINUTE })], LIST, NOW)).toBeNull();
  });
});

describe("one of three vantages that lies", () => {
  test("makes no outage of one target", () => {
    expect(failing(view("fra", "netflix 9"), view("iad"), view("sin"))).toEqual([]);
  });

  test("makes no outage of all targets, and is not named among those who speak", () => {
    const joint = joinVantages([view("fra", many(600)), view("iad"), view("sin")], LIST, NOW);
    expect(joint?.fail).toEqual([]);
    expect(joint?.from.map(({ id }) => id)).toEqual(["iad", "sin"]);
  });

  test("unmakes no outage by saying that everything answers", () => {
    expect(failing(view("fra"), view("iad", "netflix 2"), view("sin", "netflix 2"))).toEqual(["netflix: iad sin"]);
    const large = joinVantages([view("fra"), view("iad", many(40)), view("sin", many(40))], LIST, NOW);
    expect(large?.fail).toHaveLength(40);
    expect(large?.fail[0]?.answer).toEqual([]);
  });

  test("makes no outage of what the others cannot see", () => {
    expect(failing(view("fra", "chase 9"), view("iad", "-chase"), view("sin", "-chase"))).toEqual([]);
  });
});
