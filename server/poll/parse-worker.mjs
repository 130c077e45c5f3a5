/**
 * The thread that parses payloads. Plain JavaScript, as `scripts/server.mjs` is and for its reason: with the cache on before the first types
 * are stripped, a thread starts faster and never holds the stripper's memory.
 */
import { enableCompileCache, flushCompileCache } from "node:module";

enableCompileCache();
const { parsePayload, serve } = await import("./parse-payload.ts");
flushCompileCache();
serve(parsePayload);
