import { describe, expect, test } from "vitest";
import { findRegions, regionId, splitAwsService } from "../../../utils/core/status-pages/parsing/region-ids.ts";

describe("a region", () => {
  test.each([
    ["aws", "N. Virginia", "us-east-1"],
    ["aws", "US East (N. Virginia)", "us-east-1"],
    ["aws", "UAE", "me-central-1"],
    ["aws", "eu-west-1", "eu-west-1"],
    ["azure", "West US", "westus"],
    ["azure", "Germany West Central", "germanywestcentral"],
    ["azure", "germanywc", "germanywestcentral"],
    ["gcp", "Iowa (us-central1)", "us-central1"],
    ["gcp", "Iowa", "us-central1"],
    ["oracle", "US East (Ashburn)", "us-ashburn-1"],
    ["digitalocean", "NYC3", "nyc3"],
    ["aws", "Atlantis", null],
    ["nobody", "us-east-1", null],
  ])("%s calls %s %s", (provider, name, id) => expect(regionId(provider, name)).toBe(id));

  test.each([
    ["ec2-us-east-1", "ec2", "us-east-1"],
    ["acm-pca-me-central-1", "acm-pca", "me-central-1"],
    ["lambda-us-gov-west-1", "lambda", "us-gov-west-1"],
    ["s3-us-standard", "s3", "us-east-1"],
    ["management-console", "management-console", null],
  ])("AWS's %s is %s in %s", (id, service, region) => expect(splitAwsService(id)).toEqual({ service, region }));

  test("is found in a sentence, also by a zone, but not by a town", () => {
    expect(findRegions("aws", "Errors in ME-CENTRAL-1 and us-east-1a; people in Frankfurt are fine.")).toEqual([
      "me-central-1",
      "us-east-1",
    ]);
    expect(findRegions("azure", "An outage in West US 2 and Germany West Central.")).toEqual(["westus2", "germanywestcentral"]);
  });
});
