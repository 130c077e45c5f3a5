import { type FeedDocument, feedDocument } from "../../../extension/support/signed-feeds.ts";

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const place = (id: string, provider: string, region: string | null, more: object = {}) => ({
  ...{ id, provider, region, severity: "major", status: "investigating", title: `Increased error rates (${id})` },
  ...{
    started: minutesAgo(52),
    updated: minutesAgo(3),
    official: { url: "https://health.aws.amazon.com/x", acknowledged: minutesAgo(40) },
  },
  ...more,
});

/** One region of a cloud with services that suffer, a region of another, planned work, and what is over. */
export const INCIDENTS = [
  place("aws-1", "aws", "us-east-1", { affects: ["netflix"], services: ["dynamodb"], crowd: { reporters: 1200, networks: 90 } }),
  place("gcp-1", "gcp", "us-central1", { severity: "minor", status: "possible", official: null, crowd: { reporters: 20, networks: 9 } }),
  place("slack-1", "slack", null, { site: "slack", severity: "maintenance" }),
  place("github-1", "github", null, { site: "github", status: "resolved", resolved: minutesAgo(5) }),
];

/** A feed of now. @param sequence seconds of the clock, as heads count; a later feed has a higher one */
export function sampleFeed(sequence = Math.floor(Date.now() / 1000), minutesOld = 0, changes: object = {}): FeedDocument {
  return feedDocument(sequence, minutesOld, { incidents: INCIDENTS, ...changes });
}
