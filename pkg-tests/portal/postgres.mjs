// A PostgreSQL of this test's own: a cluster in a temporary folder, on a free port of this machine.

import { execFile, execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where Debian puts the server's programs, the newest version first. */
const DEBIAN = "/usr/lib/postgresql";

/** @returns {string} the folder with `initdb` and `pg_ctl` */
function programs() {
  const debian = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one)) : [];
  const folders = [...debian.map((version) => join(DEBIAN, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  const found = folders.find((folder) => ["initdb", "pg_ctl"].every((name) => existsSync(join(folder, name))));
  if (!found)
    throw new Error("There is no PostgreSQL on this machine: `tools/setup.sh tests` installs it (apt: postgresql).");
  return found;
}

/** PostgreSQL does not run as root: then as its own user, whom the package has made. */
function owner() {
  if (process.getuid?.() !== 0) return {};
  const id = (/** @type {string} */ which) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
      server.close(() => done(port));
    });
  });
}

export async function startPostgres() {
  const [bin, who, port] = [programs(), owner(), await freePort()];
  const folder = mkdtempSync(join(tmpdir(), "cancuoc-postgres-"));
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, "data");
  const program = (/** @type {string} */ name, /** @type {string[]} */ ...given) =>
    run(join(bin, name), given, { ...who, cwd: folder });
  await program("initdb", "-D", data, "-U", "portal", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder}`;
  const start = () => program("pg_ctl", "-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start");
  const stop = () => program("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop");
  await start();
  return {
    /** @param {string} name of an empty database @returns {Promise<string>} its address */
    async database(name) {
      await program("createdb", "-h", "127.0.0.1", "-p", String(port), "-U", "portal", name);
      return `postgresql://portal@127.0.0.1:${port}/${name}`;
    },
    start,
    /** At once, as when the machine fails. */
    stop,
    async close() {
      await stop().catch(() => {});
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
