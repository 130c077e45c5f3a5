import { describe, expect, test } from "vitest";
import { onlyName, serviceNameIn } from "../../../utils/core/providers/service-name.ts";

const AMAZON = { id: "amazon", name: "Amazon", names: { ar: "أمازون", fa: "آمازون" } };

describe("a service", () => {
  test("is called what people who read the language call it, in any language", () => {
    expect(serviceNameIn(AMAZON, "ar")).toBe("أمازون");
    expect(serviceNameIn(AMAZON, "fa")).toBe("آمازون");
  });

  test("is called by its English name where a language has no other", () => {
    expect(serviceNameIn(AMAZON, "de")).toBe("Amazon");
    expect(serviceNameIn({ id: "bunny", name: "bunny.net" }, "ar")).toBe("bunny.net");
  });

  test("is kept by its id and its names alone", () => {
    expect(onlyName({ ...AMAZON, domains: ["amazon.com"] } as typeof AMAZON)).toEqual(AMAZON);
    expect(onlyName({ id: "bunny", name: "bunny.net" })).toEqual({ id: "bunny", name: "bunny.net" });
  });
});
