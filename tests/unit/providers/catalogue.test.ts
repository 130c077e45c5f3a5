import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { publicSuffixOf } from "../../../utils/core/net/public-suffix.ts";
import { isPrivateHost, siteOf } from "../../../utils/core/net/site-name.ts";
import { catalogue, serviceFinder } from "../../../utils/core/providers/catalogue.ts";
import { wholeCatalogue } from "../../../utils/core/providers/further-services.ts";
import { placementName } from "../../../utils/core/providers/known-places.ts";
import { readCatalogue } from "../../../utils/core/status-pages/catalogue-document.ts";
import { catalogueDocument } from "../../../utils/core/status-pages/published-catalogue.ts";
import { sharedData } from "./shared-data.ts";

const find = serviceFinder(catalogue());
const whole = wholeCatalogue();

describe("the catalogue", () => {
  test("has at least 600 services, each with an id and domains of its own; the build has those that most people use", () => {
    const ids = whole.map(({ id }) => id);
    const domains = whole.flatMap((service) => service.domains);
    expect(whole.length).toBeGreaterThanOrEqual(600);
    expect(catalogue().length).toBeGreaterThanOrEqual(220);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(domains.filter((domain, index) => domains.indexOf(domain) !== index)).toEqual([]);
    expect(domains.filter(isPrivateHost)).toEqual([]);
    expect(whole.filter((service) => service.domains.length === 0)).toEqual([]);
  });

  test("has only domains that somebody can register, or hosts below one", () => {
    const builtIn = new Set(catalogue().flatMap((service) => service.domains));
    const added = whole.flatMap((service) => service.domains).filter((domain) => !builtIn.has(domain));
    expect(added.filter((domain) => !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain) || publicSuffixOf(domain) === domain)).toEqual([]);
  });

  test("gives a host below a domain of another service the same owner, or a service of its own", () => {
    const byDomain = new Map(whole.flatMap((service) => service.domains.map((domain) => [domain, service] as const)));
    const owner = ({ id, owner: named }: { id: string; owner?: string }) => named ?? id;
    const foreign = whole.flatMap((service) =>
      service.domains.flatMap((domain) => {
        const above = byDomain.get(siteOf(domain));
        return above === undefined || owner(above) === owner(service) ? [] : [`${domain} (${service.id}) below ${above.id}`];
      }),
    );
    expect(foreign).toEqual([]);
  });

  test("names as owner no service that has another owner", () => {
    const owners = new Map(whole.map((service) => [service.id, service.owner ?? service.id]));
    expect(whole.filter(({ owner }) => owner !== undefined && (owners.get(owner) ?? owner) !== owner).map(({ id }) => id)).toEqual([]);
  });

  test("names only providers that have a name", () => {
    const unnamed = new Set(whole.flatMap(({ on }) => on).filter((id) => placementName(id, null) === id));
    expect([...unnamed].filter((id) => id !== "imgix" && id !== "noon")).toEqual([]);
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
    const known = new Set(whole.map(({ id }) => id));
    expect(reference.services.filter(({ id }) => !known.has(id))).toEqual([]);
  });
});

describe("the published catalogue", () => {
  test("is read as it was written", () => {
    const reading = readCatalogue(JSON.parse(JSON.stringify(catalogueDocument())));
    expect(reading).toEqual({ ok: true, catalogue: catalogueDocument() });
  });

  test.each([
    ["another version", { ...catalogueDocument(), version: 1 }],
    ["no services", { version: 2, services: [], sources: [] }],
    ["no list of sources", { version: 2, services: catalogue() }],
    ["a source that is no web page", { ...catalogueDocument(), sources: [{ ...catalogueDocument().sources[0], url: "http://a.example" }] }],
    [
      "a status page that is no web page",
      { version: 2, sources: [], services: [{ ...catalogue()[0], statusPage: "javascript:alert(1)" }] },
    ],
    ["a domain that is none", { version: 2, sources: [], services: [{ ...catalogue()[0], domains: ["com"] }] }],
    ["an id with a slash", { version: 2, sources: [], services: [{ ...catalogue()[0], id: "a/b" }] }],
    ["a list", []],
    ["nothing", null],
  ])("is refused as a whole for %s", (_, value) => {
    const reading = readCatalogue(value);
    expect(reading.ok).toBe(false);
    expect(reading).toHaveProperty("reason");
  });
});
