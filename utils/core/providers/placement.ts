/** The provider and region that a host runs on, as far as they are known, and how they are known. */
export type Placement = {
  /** Provider id: `aws`, `gcp`, `azure`, `cloudflare`, … */
  provider: string;
  /** The provider's own short name of the region; null where there is none or it is not known. */
  region: string | null;
  /** The provider's service, from host rules only (`s3`, `dynamodb`). */
  service: string | null;
  /**
   * `address`: the address of this response, or the address learned for this exact host. `host`: a rule on the name. `catalogue`: general
   * knowledge, a prior only, which never suffices to blame a provider.
   */
  by: "address" | "host" | "catalogue";
};
