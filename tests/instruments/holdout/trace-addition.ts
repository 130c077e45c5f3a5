import type { FeedIncident } from "../scenarios/trace-event.ts";

/** Who wrote a failed answer, as its headers tell. */
export type AnswerWriter = "edge" | "origin" | "platform" | "challenge";

type View = { from: string; country?: string; failure: string | null; status?: number; ms?: number };

/** An incident as version 2 of the feed has it: with the countries it is confined to, and control measurements. */
export type PlacedIncident = FeedIncident & {
  areas: string[];
  views: { fail: string[]; answer: string[]; since: string } | null;
  usually: null;
  advice: [];
};

/** What version 2 of the feed says of an access network. */
export type NetworkTrouble = { asn: number | null; name: string; country: string; cannotReach: string[]; since: string };

/** The events and fields that version 1.1 of the trace format adds to version 1. */
export type AddedEvent =
  | { event: "navigation-started" | "navigation-committed"; tabId: number; url: string }
  | { event: "elsewhere"; host: string; views: View[] }
  | {
      event: "connectivity";
      result: "reached" | "captive" | "unreachable";
      skew?: number;
      network?: { asn: number; country: string };
    }
  | {
      event: "completed";
      tabId: number;
      url: string;
      type: string;
      status: number;
      ip?: string;
      proxied?: boolean;
      fromCache?: boolean;
      initiator?: string;
      documentId?: string;
      ms?: number;
      wrote?: AnswerWriter;
    }
  | { event: "targets"; sha256: string; names: string[] }
  | { event: "feed"; feed: Readonly<Record<string, unknown>> };

/** Control measurements: by each vantage, what it says of some targets. All others on the list answered it. */
export type Seen = { [vantage: string]: { fails?: readonly string[]; blind?: readonly string[] } };
