import type { Signer } from "../keys/signer.ts";

/**
 * Leaves heads unsigned, for machines that read foreign status pages and must not hold a key: `scripts/sign-head.ts` signs them
 * elsewhere.
 */
export const UNSIGNED: Signer = {
  renew: async () => {},
  grants: () => [],
  sealHead: (json) => new Uint8Array(json),
};

/** The name of an unsigned head in a folder for mirrors. */
export const HEAD_DRAFT = "head.draft.json";
