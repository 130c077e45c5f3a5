import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installByApt } from "./apt.ts";

/** The package would set up and start a database of its own, which nobody here needs. */
const NO_CLUSTER =
  "f=/etc/postgresql-common/createcluster.conf; mkdir -p /etc/postgresql-common; [ -e $f ] || echo 'create_main_cluster = false' > $f";

/** Where the server's programs are: on the path, or where Debian puts them. Null where it is not installed. */
export function findPostgres(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).map((version) => join(debian, version, "bin")) : [];
  const folders = [...(process.env.PATH ?? "").split(":"), ...versions];
  return folders.find((folder) => ["postgres", "initdb"].every((program) => existsSync(join(folder, program)))) ?? null;
}

/** The same, installed by apt-get first where it is not there and that works. */
export function ensurePostgres(say: (line: string) => void): string | null {
  const found = findPostgres();
  if (found !== null || !installByApt("PostgreSQL", ["postgresql"], say, NO_CLUSTER)) return found;
  return findPostgres();
}
