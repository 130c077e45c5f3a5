import { describe, expect, test } from "vitest";
import { siteOf } from "../../../utils/core/net/site-name.ts";
import type { Knowledge } from "../../../utils/core/providers/knowledge.ts";
import { createLocator } from "../../../utils/core/providers/locator.ts";
import { createPseudonyms } from "../../../utils/core/trace/pseudonyms.ts";

const knowledge: Knowledge = { ...createLocator(), learned: () => null };

describe("pseudonyms", () => {
  test("are the same for the same host, and keep a domain together", () => {
    const names = createPseudonyms(knowledge);
    const [www, api, mail] = ["www.shop.example", "api.shop.example", "peters-mail.shop.example"].map((host) => names.host(host));
    expect(names.host("www.shop.example")).toBe(www);
    expect(new Set([www, api, mail].map((host) => siteOf(host ?? "")))).toHaveLength(1);
    expect(api).toMatch(/^api\./);
    expect(mail).not.toContain("peters");
  });

  test("keep sites of one owner apart from each other and from everybody else's", () => {
    const names = createPseudonyms(knowledge);
    const [one, two, other] = ["garden-club.com", "garden-club.de", "garden-works.com"].map((host) => names.host(host));
    expect(one).not.toBe(two);
    expect(one?.split(".")[0]).toBe(two?.split(".")[0]);
    expect(other?.split(".")[0]).not.toBe(one?.split(".")[0]);
  });

  test("keep what a cloud spells into a name, and drop whose name it is", () => {
    const names = createPseudonyms(knowledge);
    for (const host of [
      "peters-shop.execute-api.eu-west-1.amazonaws.com",
      "peters-bucket.s3.eu-central-1.amazonaws.com",
      "europe-west1-peters-project.cloudfunctions.net",
    ]) {
      const pseudonym = names.host(host);
      expect(pseudonym).not.toContain("peters");
      expect(knowledge.byHost(pseudonym)).toEqual(knowledge.byHost(host));
      expect(knowledge.byHost(host)?.region).not.toBeNull();
    }
  });

  test("keep which platform hands out a name, and drop whose name it is", () => {
    const names = createPseudonyms(knowledge);
    const [one, two] = ["peters-shop.myshopify.com", "paulas-shop.myshopify.com"].map((host) => names.host(host));
    expect(one).toMatch(/^site-\d+\.myshopify\.com$/);
    expect(two).toMatch(/^site-\d+\.myshopify\.com$/);
    expect(one).not.toBe(two);
    expect(names.host("raw.githubusercontent.com")).not.toContain("github");
  });

  test("of a private host are a private host's, and of a private address private", () => {
    const names = createPseudonyms(knowledge);
    expect(names.host("peters-nas.local")).toMatch(/^private-\d+\.internal$/);
    expect(names.host("192.168.3.4")).toMatch(/^private-\d+\.internal$/);
    expect(names.address("192.168.3.4", null)).toMatch(/^10\./);
    expect(names.address("2a00:1450::1", null)).toMatch(/^198\.18\./);
  });
});
