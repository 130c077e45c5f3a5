import { layCable } from "./cable.ts";
import { CASES } from "./cases/index.ts";
import { openLaboratory } from "./laboratory.ts";
import type { CableLine, CableOrder } from "./network-of-its-own.ts";

/** Runs in a network namespace of its own; prints every outcome as one line of JSON. */
const { found, accesses, cases } = JSON.parse(process.argv[2] ?? "null") as CableOrder;
const laboratory = await openLaboratory(found, layCable());
try {
  const chosen = CASES.filter(({ name }) => cases.includes(name));
  await laboratory.run(chosen, accesses, ({ labCase, ...outcome }) => {
    console.log(JSON.stringify({ name: labCase.name, outcome } satisfies CableLine));
  });
} finally {
  await laboratory.close();
}
