import { describe, expect, test } from "vitest";
import { pageNames, withTwins } from "../../../../utils/core/status-pages/page-names.ts";

describe("the usual names of a status page", () => {
  test("are the site's own, two domains made of its name, and its name at Statuspage", () => {
    expect(pageNames("corner-shop.co.uk")).toEqual([
      "status.corner-shop.co.uk",
      "corner-shopstatus.com",
      "corner-shop-status.com",
      "corner-shop.statuspage.io",
    ]);
  });

  test("are the site's own alone where the name cannot be part of another", () => {
    expect(pageNames("xn--r8jz45g.jp")).toEqual(["status.xn--r8jz45g.jp"]);
    expect(pageNames(`${"a".repeat(57)}.com`)).toEqual([`status.${"a".repeat(57)}.com`]);
    expect(pageNames("a_b.com")).toEqual(["status.a_b.com"]);
  });

  test("are none for what is no domain, or too long for a feed", () => {
    for (const site of ["", "router", ".com", `${"a.".repeat(60)}com`]) expect(pageNames(site)).toEqual([]);
  });

  test("have a www where they are domains of their own, and the page of a subdomain has none", () => {
    expect(withTwins(pageNames("shop.example"))).toEqual([
      "status.shop.example",
      "shopstatus.com",
      "www.shopstatus.com",
      "shop-status.com",
      "www.shop-status.com",
      "shop.statuspage.io",
    ]);
    expect(withTwins(["www.shopstatus.com"])).toEqual(["www.shopstatus.com"]);
  });
});
