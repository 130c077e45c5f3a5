import { expect, test } from "vitest";
import { measuredTargets, targetsDocument } from "../../server/measure/targets.ts";
import { readTargetNames } from "../../utils/core/feed/target-document.ts";
import { catalogue } from "../../utils/core/providers/catalogue.ts";
import { changedKeys } from "../../utils/storage/changed-keys.ts";
import { type Cloud, Scene } from "../unit/diagnosis/scene.ts";

const CLOUDS: Cloud[] = ["aws/us-east-1", "azure/eastus", "cloudflare", "fastly", "gcp/us-central1", "akamai", "nobody"];

/** A person who opens a number of sites one after the other, the last of which fail. */
function busy(sites: number, failing: number): Scene {
  const names = readTargetNames(new TextEncoder().encode(JSON.stringify(targetsDocument(measuredTargets(catalogue()))))) ?? [];
  const scene = new Scene().tell({ event: "targets", sha256: "L".repeat(43), names });
  for (let site = 0; site < sites; site++) {
    const on = CLOUDS[site % CLOUDS.length] ?? "nobody";
    const status = site >= sites - failing ? 503 : 200;
    scene.wait(1).page(`some-site-${site}.co.uk`, status, { tab: site % 60, on });
    for (let call = 0; call < 5; call++) scene.wait(0.1).call(`some-site-${site}.co.uk`, status, { tab: site % 60, on });
  }
  return scene;
}

/** The bytes of all that is written to session storage. */
const size = ({ world }: Scene) => JSON.stringify(changedKeys(null, world)).length;

test("the stored world stays within 64 kB for a hundred sites and 200 kB for five hundred, failing or not", () => {
  expect(size(busy(100, 0))).toBeLessThan(64_000);
  expect(size(busy(100, 20))).toBeLessThan(64_000);
  expect(size(busy(500, 0))).toBeLessThan(200_000);
  expect(size(busy(500, 50))).toBeLessThan(200_000);
  expect(size(busy(500, 500))).toBeLessThan(200_000);
});
