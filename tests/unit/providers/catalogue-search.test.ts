import { describe, expect, test } from "vitest";
import { searchServices } from "../../../utils/providers/catalogue-search.ts";

const names = (asked: string, language = "en") => searchServices(asked, language).map(({ name }) => name);

describe("the search for a service", () => {
  test("finds it by its name in any case, the exact name first", () => {
    expect(names("netflix")[0]).toBe("Netflix");
    expect(names("NETFL")[0]).toBe("Netflix");
  });

  test("finds it by its Arabic name and shows that in Arabic", () => {
    const [first] = searchServices("نتفليكس", "ar");
    expect(first).toMatchObject({ name: "نتفليكس", site: "netflix.com" });
  });

  test("accepts any host, also in a URL", () => {
    expect(searchServices("https://www.cornerbakery.example/cakes?x=1", "en")[0]).toMatchObject({
      site: "cornerbakery.example",
      host: "www.cornerbakery.example",
      service: null,
    });
    expect(searchServices("netflix.com", "en")[0]).toMatchObject({ name: "Netflix", site: "netflix.com", host: "netflix.com" });
  });

  test("finds nothing for nonsense", () => {
    expect(searchServices("qqqqzzzz", "en")).toEqual([]);
    expect(searchServices("http://", "en")).toEqual([]);
  });
});
