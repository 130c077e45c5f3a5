/** The public suffix list as tldts packs it (7.5); not part of its public interface, so `tests/unit/net/suffix-list.test.ts` compares the two. */
declare module "tldts/dist/cjs/src/data/trie.js" {
  export const nodeFlags: Uint8Array;
  export const edgeStart: Uint16Array;
  export const edgeLength: Uint8Array;
  export const edgeChild: Uint16Array;
  export const labelText: string;
  export const rulesRoot: number;
  export const exceptionsRoot: number;
}
