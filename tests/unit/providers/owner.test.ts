import { describe, expect, test } from "vitest";
import { catalogue, serviceFinder } from "../../../utils/core/providers/catalogue.ts";
import { ownerOf, witnessOf } from "../../../utils/core/providers/owner.ts";

const serviceOf = serviceFinder(catalogue());
const witness = (site: string) => witnessOf(site, serviceOf(site));
const owner = (site: string) => ownerOf(site, serviceOf(site));

describe("a witness against a provider", () => {
  test.each([
    ["vercel.app", "vercel"],
    ["onrender.com", "render"],
    ["herokuapp.com", "heroku"],
    ["github.io", "github"],
    ["netlify.app", "netlify"],
    ["web.app", "gcp"],
    ["fly.dev", "fly"],
    ["up.railway.app", "railway"],
    ["azurewebsites.net", "azure"],
    ["cloudfront.net", "aws"],
    ["s3.amazonaws.com", "aws"],
    ["execute-api.eu-west-1.amazonaws.com", "aws"],
    ["blogspot.com", "google"],
    ["myshopify.com", "shopify"],
    ["wixsite.com", "wix"],
  ])("is one for all names below %s: its platform", (suffix, platform) => {
    expect([witness(`one.${suffix}`), witness(`two.${suffix}`)]).toEqual([platform, platform]);
    // They still have owners of their own, so that one is a control for the other.
    expect(owner(`one.${suffix}`)).not.toBe(owner(`two.${suffix}`));
  });

  test("is one for all suffixes of one platform", () => {
    expect(["a.pages.dev", "b.workers.dev", "c.r2.dev"].map(witness)).toEqual(["cloudflare", "cloudflare", "cloudflare"]);
  });

  test("is the owner of a registered name, below a country's suffix too", () => {
    expect([witness("amazon.com"), witness("amazon.co.uk")]).toEqual(["amazon", "amazon"]);
    expect([witness("garden-club.co.uk"), witness("garden-works.co.uk")]).toEqual(["garden-club", "garden-works"]);
  });

  test("is the owner of a name below a suffix that no platform hands out", () => {
    expect(witness("peter.duckdns.org")).not.toBe(witness("paula.duckdns.org"));
  });

  test("is the service whose own host has a name below a public suffix", () => {
    expect(["github.com", "raw.githubusercontent.com", "avatars.githubusercontent.com"].map(witness)).toEqual(Array(3).fill("microsoft"));
  });

  test("is the site of a platform itself", () => expect(witness("github.io")).toBe("github.io"));
});
