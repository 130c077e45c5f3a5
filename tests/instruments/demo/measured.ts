import type { MeasuredWorld } from "../../../server/measuring.ts";
import type { Internet } from "../../../server/probe/internet.ts";
import { MINUTE } from "../../../utils/core/time.ts";
import type { StandIn } from "../loopback/stand-in.ts";
import type { World } from "../loopback/world.ts";

/** A target of the vantage, and the loopback address at which its stand-in listens. */
type Measured = { id: string; host: string; address: string };

/**
 * What fails on that day of all that is measured: the API of EC2 in us-east-1, whose errors AWS's report puts at 15:33 (aws.amazon.com/message/12721).
 * The list of targets has DynamoDB in its place, whose data could be read all day.
 */
export const EC2_API = "ec2.us-east-1.amazonaws.com";

const MEASURED: Measured[] = [
  { id: "aws/us-east-1", host: EC2_API, address: "127.10.9.1" },
  { id: "aws/us-west-2", host: "ec2.us-west-2.amazonaws.com", address: "127.20.9.1" },
  { id: "gcp/us-central1", host: "artifactregistry.us-central1.rep.googleapis.com", address: "127.30.9.1" },
  { id: "google", host: "www.gstatic.com", address: "127.50.1.1" },
  { id: "cloudflare", host: "www.cloudflare.com", address: "127.50.2.1" },
  { id: "apple", host: "captive.apple.com", address: "127.50.3.1" },
];
const ANCHORS = ["google", "cloudflare", "apple"];

/** Where the vantage stands. */
export const VANTAGE = { vantage: "fra", country: "DE" };

export function measuredStandIns(): StandIn[] {
  return MEASURED.map(({ id, host, address }) => ({ host, address, title: id }));
}

/** What the feed server measures, once in a minute of the day. @param speed how many times faster than the day */
export function measuredWorld(speed: number): MeasuredWorld {
  const list = MEASURED.map(({ id, host }) => ({ id, host, path: "/ping", reason: "a stand-in" }));
  return { list, anchors: ANCHORS, round: MINUTE / speed };
}

/** Leads the vantage to the stand-ins and nowhere else. */
export function internetOf({ names: { addresses, httpPort, httpsPort, authority } }: World): Internet {
  return {
    async lookUp(host) {
      const address = addresses[host] ?? null;
      if (address === null) throw Object.assign(new Error("no such name"), { code: "ENOTFOUND" });
      return [address];
    },
    isOpen: (address) => address.startsWith("127."),
    portOf: (scheme) => (scheme === "https" ? httpsPort : httpPort),
    authorities: authority,
  };
}
