/** A service people know by name. Ids are stable: the feed and reports speak in them. */
export type Service = {
  id: string;
  name: string;
  /** Arabic name, where people use one. */
  nameArabic?: string;
  /** Registrable domains and host suffixes that belong to it. */
  domains: string[];
  /** Its official status page for people. */
  statusPage?: string;
  /** Provider ids it is generally known to stand on: a prior only. */
  on: string[];
  category: string;
  /** Nothing about it may ever be reported. */
  sensitive?: true;
};
