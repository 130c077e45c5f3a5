import type { KeptReport } from "../../../server/store/report-store.ts";

export const NOON = Date.parse("2026-03-03T12:00:00Z");

export function reportAt(received: number, more: Partial<KeptReport> = {}): KeptReport {
  return {
    bucket: NOON,
    service: "netflix",
    place: "aws/us-east-1",
    failure: "http.error",
    slot: "slot1",
    network: "ipv4/10",
    country: null,
    received,
    ...more,
  };
}
