import { describe, expect, test } from "vitest";
import { isSameComponent } from "../../../utils/core/providers/same-component.ts";

describe("a component of an incident and the service of a host", () => {
  test.each([
    ["dynamodb", "dynamodb"],
    ["Azure Front Door", "front-door"],
    ["Azure Kubernetes Service (AKS)", "kubernetes-service"],
    ["Google Cloud Pub/Sub", "pubsub"],
    ["Cloud Run", "cloud-run"],
    ["Network Infrastructure", "app-service"],
    ["Google Cloud Networking", "cloud-storage"],
  ])("%s is or carries %s", (component, service) => expect(isSameComponent(component, service)).toBe(true));

  test.each([
    ["s3rtc", "s3"],
    ["lambda", "dynamodb"],
    ["Azure Front Door", "app-service"],
    ["Vertex Gemini API", "cloud-run"],
  ])("%s is not %s", (component, service) => expect(isSameComponent(component, service)).toBe(false));
});
