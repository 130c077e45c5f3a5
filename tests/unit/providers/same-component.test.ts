import { describe, expect, test } from "vitest";
import { isSameComponent } from "../../../utils/core/providers/same-component.ts";

describe("a component an incident names, and the service a host stands on", () => {
  test.each([
    ["dynamodb", "dynamodb"],
    ["Azure Front Door", "front-door"],
    ["Azure Kubernetes Service (AKS)", "kubernetes-service"],
    ["Google Cloud Pub/Sub", "pubsub"],
    ["Cloud Run", "cloud-run"],
    ["Network Infrastructure", "app-service"],
    ["Google Cloud Networking", "cloud-storage"],
  ])("%s speaks of %s", (named, service) => expect(isSameComponent(named, service)).toBe(true));

  test.each([
    ["s3rtc", "s3"],
    ["lambda", "dynamodb"],
    ["Azure Front Door", "app-service"],
    ["Vertex Gemini API", "cloud-run"],
  ])("%s does not speak of %s", (named, service) => expect(isSameComponent(named, service)).toBe(false));
});
