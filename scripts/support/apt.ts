import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * Installs Debian packages where that is possible without asking anybody for a password.
 * @param title what people call it
 * @param before a line of shell to run as root first
 */
export function installByApt(title: string, packages: string[], say: (line: string) => void, before?: string): boolean {
  const asRoot = rootCommand();
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get") || asRoot === null) return false;
  say(`${title} is not here: installing it with apt-get (${packages.join(", ")}).`);
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...asRoot, ...words];
    const options = {
      stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    return spawnSync(command, rest, options).status === 0;
  };
  if (before !== undefined) run("sh", "-c", before);
  run("apt-get", "-qq", "update");
  if (run("apt-get", "-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Options::=--force-confold", "install", ...packages)) return true;
  say(`apt-get could not install ${title}.`);
  return false;
}

/** How to become root without asking a person for a password; null when that is not possible. */
function rootCommand(): string[] | null {
  if (process.getuid?.() === 0) return [];
  return spawnSync("sudo", ["-n", "true"], { stdio: "ignore" }).status === 0 ? ["sudo", "-n"] : null;
}
