/** What a host stands on, as far as it is known, and how that is known. */
export type Placement = {
  /** Provider id: `aws`, `gcp`, `azure`, `cloudflare`, … */
  provider: string;
  /** The provider's own short region name; null when it has none or it is not known. */
  region: string | null;
  /** The provider's own service, from host rules only (`s3`, `dynamodb`). */
  service: string | null;
  /**
   * `address`: this response's address, or the address learned for this exact host; `host`: a rule on the name;
   * `catalogue`: general knowledge, a prior only and never enough to blame.
   */
  by: "address" | "host" | "catalogue";
};
