import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from "node:tls";
import { SECOND } from "../../utils/core/time.ts";
import type { Internet } from "./internet.ts";

/** Addresses of one name that are tried. */
const MOST_ADDRESSES = 3;
/** A silent address gets this long while there is another one; the last has all the time that is left. Judged. */
const PATIENCE = 3 * SECOND;

/** A certificate that Node does not trust. */
export class UntrustedCertificate extends Error {
  readonly code: string;
  /** The server has sent no intermediate certificate, and says where browsers may get one. */
  readonly mayBeCompleted: boolean;
  constructor(code: string, mayBeCompleted: boolean) {
    super("the certificate is not trusted");
    this.code = code;
    this.mayBeCompleted = mayBeCompleted;
  }
}

/**
 * Connects to the first of some addresses that takes the connection. They are addresses and never names, so nothing is looked up again
 * after they were checked. Throws the problem of the first that this machine has a way to.
 */
export async function connectToOne(addresses: readonly string[], port: number, signal: AbortSignal): Promise<Socket> {
  const tried = addresses.slice(0, MOST_ADDRESSES);
  const problems: NodeJS.ErrnoException[] = [];
  for (const [index, address] of tried.entries()) {
    try {
      return await connectTo(address, port, index === tried.length - 1 ? null : PATIENCE, signal);
    } catch (problem) {
      if (signal.aborted) throw problem;
      problems.push(problem as NodeJS.ErrnoException);
    }
  }
  throw problems.find(({ code }) => code !== "ENETUNREACH") ?? problems[0];
}

async function connectTo(host: string, port: number, patience: number | null, signal: AbortSignal): Promise<Socket> {
  const socket = connect({ host, port, autoSelectFamily: false }).on("error", ignore);
  if (patience !== null) socket.setTimeout(patience, () => socket.destroy(timedOut()));
  await whenReady(socket, "connect", signal);
  return socket.setTimeout(0);
}

/** Shakes hands on a connection. Throws `UntrustedCertificate` before anything is sent to whom the certificate does not vouch for. */
export async function secure(socket: Socket, servername: string, { authorities }: Internet, signal: AbortSignal): Promise<TLSSocket> {
  // Node would end the connection by itself, and what the certificate says would be lost.
  const secured = connectTls({
    socket,
    servername,
    ALPNProtocols: ["http/1.1"],
    rejectUnauthorized: false,
    secureContext: contextOf(authorities),
  }).on("error", ignore);
  await whenReady(secured, "secureConnect", signal);
  if (secured.authorized) return secured;
  const code = String(secured.authorizationError);
  const { infoAccess } = secured.getPeerCertificate();
  secured.destroy();
  throw new UntrustedCertificate(code, isUnfinished(code) && infoAccess?.["CA Issuers - URI"] !== undefined);
}

const contexts = new Map<string | null, SecureContext>();

/** What is trusted, made once: anew for each connection it takes a quarter more processor time and 17 MB more memory (2026-11-30). */
function contextOf(authorities: string | null): SecureContext {
  let context = contexts.get(authorities);
  if (context === undefined) {
    context = createSecureContext(authorities === null ? {} : { ca: authorities });
    contexts.set(authorities, context);
  }
  return context;
}

/** Chains that end before a trusted certificate: Chrome and Safari fetch what is missing, Firefox has it (measured by nobody here). */
function isUnfinished(code: string): boolean {
  return /^UNABLE_TO_(?:GET_ISSUER_CERT|GET_ISSUER_CERT_LOCALLY|VERIFY_LEAF_SIGNATURE)$/.test(code);
}

async function whenReady(socket: Socket, event: "connect" | "secureConnect", signal: AbortSignal): Promise<void> {
  try {
    await once(socket, event, { signal });
  } catch (problem) {
    socket.destroy();
    throw problem;
  }
}

/** Whoever waits is told. An error between two waits has no listener, and would end the process. */
function ignore(): void {}

function timedOut(): Error {
  return Object.assign(new Error("no connection in time"), { code: "ETIMEDOUT" });
}
