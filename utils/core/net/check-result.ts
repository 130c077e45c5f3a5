/**
 * What the reachability check found. `reached-locally`: a mirror on this device or its own network answered. That proves nothing of the
 * internet (2026-11-30: with `npm start` and no cable the check reached its mirror while no site could be reached).
 */
export type CheckResult = "reached" | "reached-locally" | "captive" | "unreachable";
