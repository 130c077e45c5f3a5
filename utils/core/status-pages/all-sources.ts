import { type FurtherService, furtherServices } from "../providers/further-services.ts";
import { REGION_NAMES } from "../providers/region-table.ts";
import { isEdgeOnly, isPlatform } from "../providers/shared-edges.ts";
import { FURTHER_SOURCES } from "./further-sources-table.ts";
import type { Source, SourceAddress } from "./source.ts";
import { SOURCE_EVIDENCE } from "./source-evidence.ts";
import { BUILT_IN_SOURCES, readSubject } from "./source-table.ts";
import { addressIn } from "./usual-address.ts";

/** Seconds between two requests of a source that only the server reads. Judged: fewer people wait for these. */
const EVERY = 180;

/** What a table says of a page besides its subject. */
type Described = { id: string; status: string; answered: string; second: string; speaksFor: string };

const words = (text: string) => text.split(" ").filter((word) => word !== "");

function builtIn(): Source[] {
  const evidence = new Map(
    SOURCE_EVIDENCE.trim()
      .split("\n")
      .map((line) => [line.split("|")[0], line]),
  );
  return BUILT_IN_SOURCES.map((source) => {
    const [, answered = "", second = "", speaksFor = ""] = evidence.get(source.id)?.split("|") ?? [];
    return { ...source, ...known(answered, second, speaksFor) };
  });
}

function ofFurtherServices(): Source[] {
  return furtherServices().flatMap((service) => (service.status === "" ? [] : sourceOfService(service)));
}

function sourceOfService({ service: { id }, status, answered, second }: FurtherService): Source {
  // A service on which others are hosted is a platform, as the hosts of its customers are placed there.
  const isHost = isEdgeOnly(id) || isPlatform(id) || id in REGION_NAMES;
  return describedSource({ id, status, answered, second, speaksFor: "" }, { provider: id, site: isHost ? null : id });
}

function further(): Source[] {
  return FURTHER_SOURCES.trim()
    .split("\n")
    .map((line) => {
      const [id = "", subject = "", status = "", answered = "", second = "", speaksFor = ""] = line.split("|");
      return describedSource({ id, status, answered, second, speaksFor }, readSubject(subject, id));
    });
}

function describedSource({ id, status, answered, second, speaksFor }: Described, subject: Pick<Source, "provider" | "site">): Source {
  const [page = "", format = "statuspage", address] = words(status);
  const every = format === "link" ? 0 : EVERY;
  return { id, ...addressIn(format, page, address), ...subject, page: `https://${page}`, every, ...known(answered, second, speaksFor) };
}

function known(answered: string, second: string, speaksFor: string): Pick<Source, "answered" | "others" | "speaksFor"> {
  return {
    ...(answered === "" ? {} : { answered }),
    ...(second === "" ? {} : { others: words(second).map(readSecond) }),
    ...(speaksFor === "" ? {} : { speaksFor: words(speaksFor) }),
  };
}

/** Reads `kctbh9vrtdwd` and `rss:slack-status.com/feed/atom`. */
function readSecond(word: string): SourceAddress {
  const [format = "", address] = word.split(":");
  return address === undefined ? addressIn("statuspage", `${word}.statuspage.io`) : addressIn(format, "", address);
}

const ALL = [...builtIn(), ...ofFurtherServices(), ...further()];

/** The official sources that are read unless an operator configures others. */
export const SOURCES: readonly Source[] = ALL.filter(({ format }) => format !== "link");

/** Official pages that only people read: nothing can be read there, or robots are asked to stay away (Fastly answers 403 to them). */
export const LINKED_PAGES: readonly Source[] = ALL.filter(({ format }) => format === "link");
