import { describe, expect, test } from "vitest";
import { VENDORS } from "../../../scripts/ranges/vendors.ts";
import { loadTranslator } from "../../../scripts/support/translator.ts";
import { catalogue } from "../../../utils/core/providers/catalogue.ts";
import { HOST_RULES } from "../../../utils/core/providers/host-rule-table.ts";
import { placementName } from "../../../utils/core/providers/known-places.ts";

describe("the name of a place", () => {
  test.each([
    ["aws", "us-east-1", "AWS US East (N. Virginia)", "AWS شرق الولايات المتحدة (شمال فرجينيا)"],
    ["azure", "uaenorth", "Microsoft Azure UAE North", "مايكروسوفت أزور شمال الإمارات"],
    ["gcp", "me-central2", "Google Cloud Dammam (me-central2)", "جوجل كلاود الدمام (me-central2)"],
    ["oracle", "me-jeddah-1", "Oracle Cloud Saudi Arabia West (Jeddah)", "أوراكل كلاود غرب السعودية (جدة)"],
    ["aws-cn", "cn-north-1", "AWS China (Beijing)", "AWS الصين (بكين)"],
    ["cloudflare", null, "Cloudflare", "كلاودفلير"],
  ])("%s/%s is %j and %j", (provider, region, english, arabic) => {
    expect(placementName(provider, region)).toBe(english);
    expect(loadTranslator("ar").place(provider, region)).toBe(arabic);
  });

  test("is that of the region for a numbered data centre", () => {
    expect(placementName("vultr", "ewr1")).toBe("Vultr New Jersey");
    expect(placementName("akamai-linode", "us-east-1")).toBe("Akamai Cloud (Linode) Newark, NJ");
    expect(placementName("azure", "eastus9")).toBe("Microsoft Azure eastus9");
  });

  test("is the id where the region or provider has none", () => {
    expect(placementName("aws", "xx-new-9")).toBe("AWS xx-new-9");
    expect(loadTranslator("ar").place("acme", "east")).toBe("acme east");
  });

  test("exists for every provider of the host rules, the catalogue and the address lists", () => {
    const fromRules = HOST_RULES.trim()
      .split("\n")
      .filter((line) => !line.startsWith(" "));
    const fromCatalogue = catalogue().flatMap(({ on }) => on);
    const fromLists = VENDORS.flatMap(({ lines }) => lines("192.0.2.0/24").map(({ provider }) => provider));
    const unnamed = new Set([...fromRules, ...fromCatalogue, ...fromLists].filter((id) => placementName(id, null) === id));
    // Three have their id as their name.
    expect([...unnamed].sort()).toEqual(["imgix", "ngrok", "noon"]);
  });
});
