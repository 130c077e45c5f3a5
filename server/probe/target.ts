export type Scheme = "https" | "http";

/** What a probe asks: `https://host/` unless more is given. The port is always the scheme's own. */
export type Target = {
  host: string;
  /** With its query; begins with a slash. */
  path?: string;
  scheme?: Scheme;
};
