import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { connect as connectTls, createSecureContext, type SecureContext, type TLSSocket } from "node:tls";
import { SECOND } from "../../utils/core/time.ts";
import type { Internet } from "./internet.ts";
import type { TlsSessions } from "./tls-sessions.ts";

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

/** One for all connections: to make one, with all the authorities, takes longer than a handshake. */
const contexts = new Map<string | null, SecureContext>();

function contextFor(authorities: string | null): SecureContext {
  const known = contexts.get(authorities);
  if (known !== undefined) return known;
  const context = createSecureContext(authorities === null ? {} : { ca: authorities });
  contexts.set(authorities, context);
  return context;
}

/** Shakes hands on a connection. Throws `UntrustedCertificate` before anything is sent to whom the certificate does not vouch for. */
export async function secure(
  socket: Socket,
  servername: string,
  { authorities }: Internet,
  signal: AbortSignal,
  sessions: TlsSessions | null = null,
): Promise<TLSSocket> {
  const session = sessions?.take(servername);
  const trusted = { secureContext: contextFor(authorities), ...(session === undefined ? {} : { session }) };
  // Node would end the connection by itself, and what the certificate says would be lost.
  const secured = connectTls({ socket, servername, ALPNProtocols: ["http/1.1"], rejectUnauthorized: false, ...trusted }).on(
    "error",
    ignore,
  );
  // Tickets come with the answer, after the certificate was judged.
  if (sessions !== null) secured.on("session", (ticket: Buffer) => secured.authorized && sessions.keep(servername, ticket));
  await whenReady(secured, "secureConnect", signal);
  if (secured.authorized) return secured;
  const code = String(secured.authorizationError);
  const { infoAccess } = secured.getPeerCertificate();
  secured.destroy();
  throw new UntrustedCertificate(code, isUnfinished(code) && infoAccess?.["CA Issuers - URI"] !== undefined);
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
