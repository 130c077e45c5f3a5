import type { NelType } from "../../utils/core/net/failure.ts";

type Measured = {
  /** Status of the last answer; null where none came. */
  status: number | null;
  /** Milliseconds from the start to the first byte of the last answer, or to the failure. */
  ms: number;
  /** When it began, as an ISO time. */
  at: string;
  /** Milliseconds for which the host wants to be left alone (`Retry-After`); null where it does not say so. */
  pause: number | null;
};

/** The host opens here: any answer below 500 that does not turn the visitor away. */
export type Answered = Measured & { result: "answered"; failure: null; status: number };

/** The host does not open here, and would not open for a browser here either. */
export type Failed = Measured & { result: "failed"; failure: NelType };

/**
 * Why nothing can be said of a host:
 * - `turned-away`: it does not want to be asked by a program, or not from here: 401, 403, 429, 451, a challenge, a client certificate
 * - `refused`: the probe did not connect, because the name or an address of it is not public
 * - `unlike-a-browser`: a browser may get further, with an intermediate certificate that it has and Node does not, or with a cookie
 * - `this-side`: the trouble is of this machine or its network
 * - `stopped`: the caller ended it
 */
export type Obstacle = "turned-away" | "refused" | "unlike-a-browser" | "this-side" | "stopped";

/** Neither works nor fails: it may count for neither. */
export type NoView = Measured & {
  result: "no-view";
  failure: null;
  because: Obstacle;
  /** One line for people, without any name, address or word of the host. */
  reason: string;
};

/** What one machine sees of one host at one time. */
export type View = Answered | Failed | NoView;
