import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parentPort, workerData } from "node:worker_threads";

/** Serves payloads, each at its number, from a thread of its own: what serving costs is not counted where they are read. */
const payloads = workerData as Uint8Array[];
const server = createServer((request, reply) => reply.end(payloads[Number((request.url ?? "").slice(1))]));
server.listen(0, "127.0.0.1", () => parentPort?.postMessage((server.address() as AddressInfo).port));
