import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** Where files are kept between two calls. */
export type Folder = {
  path: string;
  /** Null where there is no such file, or where it cannot be read. */
  read(name: string): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Replaces the file as a whole. @throws where that cannot be done */
  write(name: string, bytes: Uint8Array): Promise<void>;
};

/** The cache folder of the person: by the XDG specification, on Windows and on macOS by their own customs. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env, platform: NodeJS.Platform = process.platform): Folder {
  const path = join(baseOf(environment, platform), "not-just-me");
  return {
    path,
    async read(name) {
      try {
        return new Uint8Array(await readFile(join(path, name)));
      } catch {
        return null;
      }
    },
    async write(name, bytes) {
      // Nobody else may put a copy there: what is kept has been verified and is not verified again.
      await mkdir(path, { recursive: true, mode: 0o700 });
      const draft = join(path, `${name}.${process.pid}.tmp`);
      await writeFile(draft, bytes, { mode: 0o600 });
      await rename(draft, join(path, name));
    },
  };
}

function baseOf({ XDG_CACHE_HOME = "", LOCALAPPDATA = "" }: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  // A relative path is to be ignored (XDG Base Directory Specification 0.8).
  if (isAbsolute(XDG_CACHE_HOME)) return XDG_CACHE_HOME;
  if (platform === "win32" && LOCALAPPDATA !== "") return LOCALAPPDATA;
  return platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
}
