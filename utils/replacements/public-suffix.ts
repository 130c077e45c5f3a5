import list from "virtual:public-suffixes";
import { createSuffixes } from "../core/net/suffix-list.ts";

/** The public suffix list of the build, in place of the library that commands and server use (`utils/core/net/public-suffix.ts`). */
export const publicSuffixOf = createSuffixes(list);
