import { describe, expect, test } from "vitest";
import { SOURCES } from "../../../utils/core/status-pages/all-sources.ts";
import { identifySource } from "../../../utils/core/status-pages/identify-source.ts";

function whose(format: string, payload: unknown) {
  const text = typeof payload === "string" ? payload : JSON.stringify(payload);
  const { provider, site } = identifySource(format, Buffer.from(text), SOURCES, 0);
  return { provider, site };
}

describe("the source of a saved payload", () => {
  test("is the page whose URL the payload contains", () => {
    expect(whose("statuspage", { page: { name: "GitHub", url: "https://www.githubstatus.com" } })).toEqual({
      provider: "github",
      site: "github",
    });
    expect(whose("statuspage", { page: { name: "Cloudflare", url: "https://www.cloudflarestatus.com" } })).toEqual({
      provider: "cloudflare",
      site: null,
    });
  });

  test("has the name of the page where no source fits", () => {
    expect(whose("statuspage", { page: { name: "Acme Corp", url: "https://status.acme.example" } })).toEqual({
      provider: "acme-corp",
      site: null,
    });
  });

  test("is not a source that the payload only mentions", () => {
    const summary = {
      public_url: "https://status.aiven.io/",
      name: "Aiven",
      ongoing_incidents: [{ name: "see https://www.cloudflarestatus.com" }],
    };
    expect(whose("incident-io", { summary })).toEqual({ provider: "aiven", site: "aiven" });
  });

  test("is found by the page's id in a list without envelope", () => {
    expect(whose("statuspage", [{ id: "i", impact: "minor", page_id: "kctbh9vrtdwd" }])).toEqual({ provider: "github", site: "github" });
  });

  test("is found by the link of a feed", () => {
    const feed =
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>GitHub Status - Incident History</title><link rel="alternate" href="https://www.githubstatus.com"/></feed>';
    expect(whose("statuspage-atom", feed)).toEqual({ provider: "github", site: "github" });
  });

  test("is the vendor's where only one vendor uses the format", () => {
    expect(whose("aws-health", [])).toEqual({ provider: "aws", site: null });
    expect(whose("aws-data", { archive: [], current: [] })).toEqual({ provider: "aws", site: null });
    expect(whose("google-cloud", [])).toEqual({ provider: "gcp", site: null });
    expect(whose("google-cloud", [{ external_desc: "https://www.google.com/appsstatus/dashboard/summary" }])).toEqual({
      provider: "google",
      site: null,
    });
    expect(whose("slack", {})).toEqual({ provider: "slack", site: "slack" });
    expect(whose("oracle", {})).toEqual({ provider: "oracle", site: null });
  });
});
