import { randomUUID } from "node:crypto";
import * as v from "valibot";
import { messageOf } from "../../utils/core/message-of.ts";
import { SECOND } from "../../utils/core/time.ts";
import type { Messages } from "../store/messages.ts";
import { createSealedBoxes } from "./sealed-box.ts";
import { type Vantage, type VantageView, vantageView } from "./vantage-view.ts";

/** More processes are not listened to. */
const MOST = 32;
const CHANNEL = "not_just_me_ask";
/** How often each process says that it is there. */
const GREET_EVERY = 20 * SECOND;
/** A process that was silent for this long has ended. */
const GONE_AFTER = 3 * GREET_EVERY;

/** In clear: the vantage of a process, which the feed names anyway, and its public key, which is also its name here. */
const greeting = v.strictObject({ hello: v.string(), vantage: v.string(), isNew: v.boolean() });
const farewell = v.strictObject({ bye: v.string() });
const sealed = v.strictObject({ to: v.string(), by: v.string(), box: v.string() });
const message = v.union([greeting, farewell, sealed]);

/** In a box: nobody but the receiver reads which host is asked about. */
const content = v.union([
  v.strictObject({ ask: v.string(), host: v.pipe(v.string(), v.maxLength(253)) }),
  v.strictObject({ answer: v.string(), view: v.nullable(vantageView) }),
]);
type Content = v.InferOutput<typeof content>;

/** The other server processes on the database that are vantages. */
export type Neighbours = {
  /** Vantages other than this one, each once. */
  vantages(): string[];
  /** What they see of a host: as many views as have come when all have answered, or when the time is over. Never rejects. */
  ask(host: string, patience: number): Promise<VantageView[]>;
  close(): Promise<void>;
};

export type NeighboursOptions = {
  messages: Messages;
  vantage: Vantage;
  /** What this process sees of a host, for another one that was asked. */
  look(host: string): Promise<VantageView | null>;
  now(): number;
  /** Gets no word about any host. */
  log(line: string): void;
};

type Waiting = { missing: Set<string>; views: VantageView[]; done(): void };

/** Joins the other processes. Questions and answers are messages that the database stores nowhere, sealed for one receiver each. */
export async function joinNeighbours({ messages, vantage, look, now, log }: NeighboursOptions): Promise<Neighbours> {
  const boxes = createSealedBoxes();
  const own = boxes.publicKey;
  /** Processes by their key. */
  const others = new Map<string, { vantage: string; heard: number }>();
  const waiting = new Map<string, Waiting>();

  /** False where the database does not take it. */
  async function send(text: object): Promise<boolean> {
    try {
      await messages.send(CHANNEL, JSON.stringify(text));
      return true;
    } catch (problem) {
      log(`asking other vantages: ${messageOf(problem)}`);
      return false;
    }
  }

  const greet = (isNew: boolean) => send({ hello: own, vantage: vantage.id, isNew });

  async function sendSealed(to: string, text: Content): Promise<boolean> {
    const box = boxes.seal(JSON.stringify(text), to);
    return box !== null && (await send({ to, by: own, box }));
  }

  function onMessage(text: string): void {
    const read = v.safeParse(message, parsed(text));
    if (!read.success) return;
    const said = read.output;
    if ("bye" in said) others.delete(said.bye);
    else if ("hello" in said) {
      if (said.hello === own || (others.size >= MOST && !others.has(said.hello))) return;
      others.set(said.hello, { vantage: said.vantage, heard: now() });
      if (said.isNew) void greet(false);
    } else if (said.to === own) onSealed(said.by, boxes.open(said.box, said.by));
  }

  function onSealed(by: string, text: string | null): void {
    const read = v.safeParse(content, text === null ? null : parsed(text));
    if (!read.success) return;
    const said = read.output;
    if ("ask" in said) {
      void look(said.host).then((view) => sendSealed(by, { answer: said.ask, view }));
      return;
    }
    settle(said.answer, by, said.view);
  }

  /** One of those that were asked has answered, or will not. */
  function settle(id: string, by: string, view: VantageView | null): void {
    const question = waiting.get(id);
    if (question === undefined || !question.missing.delete(by)) return;
    if (view !== null) question.views.push(view);
    if (question.missing.size === 0) question.done();
  }

  /** One process for each vantage other than this. */
  function present(): Map<string, string> {
    const found = new Map<string, string>();
    for (const [key, { vantage: id, heard }] of others) {
      if (heard < now() - GONE_AFTER) others.delete(key);
      else if (id !== vantage.id) found.set(id, key);
    }
    return found;
  }

  const end = await messages.listen(CHANNEL, onMessage);
  await greet(true);
  const greeting = setInterval(() => void greet(false), GREET_EVERY);

  return {
    vantages: () => [...present().keys()],
    async ask(host, patience) {
      const asked = [...present().values()];
      if (asked.length === 0) return [];
      const id = randomUUID();
      const { promise, resolve } = Promise.withResolvers<void>();
      const question: Waiting = { missing: new Set(asked), views: [], done: resolve };
      waiting.set(id, question);
      const timer = setTimeout(resolve, patience);
      for (const key of asked) void sendSealed(key, { ask: id, host }).then((isSent) => isSent || settle(id, key, null));
      await promise;
      clearTimeout(timer);
      waiting.delete(id);
      return question.views;
    },
    async close() {
      clearInterval(greeting);
      for (const { done } of waiting.values()) done();
      await send({ bye: own });
      await end().catch(() => {});
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
