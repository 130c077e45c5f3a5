import type { LabCase } from "../lab-case.ts";
import { NAMES } from "./names.ts";
import { ONE_SITE } from "./one-site.ts";

/** Everything that the lab can break. */
export const CASES: LabCase[] = [...NAMES, ...ONE_SITE];
