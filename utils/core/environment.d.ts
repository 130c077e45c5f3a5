/**
 * The one thing beyond the language that the core uses and that every browser and Node has under the same name. Seen only by
 * the core's own type check, which knows neither the DOM nor Node.
 */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(input?: Uint8Array): string;
}

declare class TextEncoder {
  encode(input?: string): Uint8Array<ArrayBuffer>;
}
