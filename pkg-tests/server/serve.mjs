import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

import { root } from "./corpus.mjs";

/**
 * A server at a free port, until it is stopped as a service is. Its first line of output says where it is.
 * @param {string[]} command the program, from the root of the project, and its arguments
 * @returns {Promise<{ url: string, stop: () => Promise<number | null> }>}
 */
export async function serve([program = "", ...given]) {
  const child = spawn(program, given, { cwd: root, stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout });
  const [line] = await once(lines, "line");
  // A server whose log nobody reads stands still.
  lines.on("line", () => {});
  const stop = async () => {
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    const [code] = await exit;
    return code;
  };
  return { url: `http://${JSON.parse(line).address}`, stop };
}
