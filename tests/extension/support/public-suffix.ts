/** Here the core has the library's list, as in commands and server, so there is no file to read: see vitest.config.ts. */
export async function loadPublicSuffixes(): Promise<void> {}
