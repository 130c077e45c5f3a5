/** A package that package/third-party.md names, its heading, and where its makers keep it. */
export type Listed = { under: string; name: string; address: string; version: string; licence: string };

/** Reads the tables of packages in package/third-party.md: rows of `[name](address) | version | licence | what of it is in there`. */
export function readThirdParty(text: string): Listed[] {
  return text.split(/^## /m).flatMap((part) => {
    const [under = ""] = part.split("\n");
    return [...part.matchAll(/^\| \[([^\]]+)\]\((https:[^)]+)\) \| (\d\S*) \| (\S+) \| .+ \|$/gm)].map(
      ([, name = "", address = "", version = "", licence = ""]) => ({ under, name, address, version, licence }),
    );
  });
}
