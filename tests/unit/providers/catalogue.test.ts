import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { isPrivateHost } from "../../../utils/core/net/site-name.ts";
import { catalogue, catalogueDocument, readCatalogue, serviceFinder } from "../../../utils/core/providers/catalogue.ts";
import { sharedData } from "./shared-data.ts";

const find = serviceFinder(catalogue());

describe("the catalogue", () => {
  test("gives every service an id and domains of its own", () => {
    const services = catalogue();
    expect(services.length).toBeGreaterThanOrEqual(250);
    const ids = services.map(({ id }) => id);
    const domains = services.flatMap((service) => service.domains);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([]);
    expect(domains.filter(isPrivateHost)).toEqual([]);
  });

  test("finds a service by its own hosts below a public suffix and under other domains, and no customer's name", () => {
    const hosts = ["raw.githubusercontent.com", "storage.googleapis.com", "files.oaiusercontent.com", "i.ytimg.com", "lookaside.fbsbx.com"];
    expect(hosts.map((host) => find(host)?.id)).toEqual(["github", "gcp", "openai", "youtube", "facebook"]);
    const customers = ["you.github.io", "shop.myshopify.com", "app.vercel.app", "app.herokuapp.com", "app.onrender.com"];
    expect(customers.map(find)).toEqual(customers.map(() => null));
  });

  test("finds services by all of their hosts, the longest domain first", () => {
    const hosts = [
      "www.netflix.com",
      "docs.google.com",
      "www.google.com",
      "api.reddit.com",
      "aws.amazon.com",
      "www.amazon.sa",
      "www.gov.uk",
      "acme.zendesk.com",
    ];
    expect(hosts.map((host) => find(host)?.id)).toEqual([
      "netflix",
      "google-drive",
      "google-search",
      "reddit",
      "aws",
      "amazon-sa",
      "gov-uk",
      "zendesk",
    ]);
  });

  test("does not find the platform for the hosts of its customers", () => {
    const hosts = [
      "blog.herokuapp.com",
      "bucket.s3.amazonaws.com",
      "shop.myshopify.com",
      "you.github.io",
      "account.blob.core.windows.net",
      "dwp.gov.uk",
      "notnetflix.com",
    ];
    expect(hosts.map((host) => find(host)?.id ?? null)).toEqual(hosts.map(() => null));
  });

  test("names in Arabic what people there call by an Arabic name", () => {
    expect(find("absher.sa")?.names?.ar).toBe("أبشر");
    expect(find("talabat.com")?.names?.ar).toBe("طلبات");
  });

  test("names one owner for services of one company", () => {
    expect(new Set(["facebook.com", "instagram.com", "web.whatsapp.com"].map((host) => find(host)?.owner))).toEqual(new Set(["meta"]));
    expect(find("amazon.ae")?.owner).toBe(find("amazon.com")?.owner);
  });

  test("marks health, faith, dating and politics as sensitive", () => {
    const categories = new Set(
      catalogue()
        .filter(({ sensitive }) => sensitive)
        .map(({ category }) => category),
    );
    expect(categories).toEqual(new Set(["health", "faith", "dating", "politics"]));
  });

  test("has every service of the reference catalogue under the same id", (context) => {
    const file = sharedData("services-catalogue.json", context);
    const reference: { services: { id: string; domains: string[] }[] } = JSON.parse(readFileSync(file, "utf8"));
    const known = new Set(catalogue().map(({ id }) => id));
    expect(reference.services.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});

describe("the published catalogue", () => {
  test("is read as it was written", () => {
    const reading = readCatalogue(JSON.parse(JSON.stringify(catalogueDocument())));
    expect(reading).toEqual({ ok: true, services: catalogue() });
  });

  test.each([
    ["another version", { version: 2, services: catalogue() }],
    ["no services", { version: 1, services: [] }],
    ["a status page that is no web page", { version: 1, services: [{ ...catalogue()[0], statusPage: "javascript:alert(1)" }] }],
    ["a domain that is none", { version: 1, services: [{ ...catalogue()[0], domains: ["com"] }] }],
    ["an id with a slash", { version: 1, services: [{ ...catalogue()[0], id: "a/b" }] }],
    ["a list", []],
    ["nothing", null],
  ])("is refused as a whole for %s", (_, value) => {
    const reading = readCatalogue(value);
    expect(reading.ok).toBe(false);
    expect(reading).toHaveProperty("reason");
  });
});
