/**
 * The names of all formats, in the order of the documentation. They stand apart from the parsers (`formats.ts`), so that the feed server's
 * main thread, which parses nothing, need not load those.
 */
export const FORMATS = [
  "aws-health",
  "aws-rss",
  "aws-data",
  "google-cloud",
  "azure-rss",
  "azure-devops",
  "statuspage",
  "statuspage-atom",
  "incident-io",
  "instatus",
  "better-stack",
  "status-io",
  "slack",
  "heroku",
  "salesforce",
  "oracle",
  "apple",
  "meta",
  "playstation",
  "stripe",
  "paypal",
  "pagerduty",
  "firehydrant",
  "microsoft-365",
  "flashduty",
  "railway",
  "xbox",
  "nintendo",
  "riot",
  "vultr",
  "zendesk",
  "rss",
] as const;

export type Format = (typeof FORMATS)[number];

/** Whether a text is the name of a format. */
export function isFormat(name: string): name is Format {
  return (FORMATS as readonly string[]).includes(name);
}
