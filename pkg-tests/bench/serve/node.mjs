// The peer of `cancuoc serve`: the package behind Node's own HTTP server, with the same answers for the same request.

import { createServer } from "node:http";

import init, { CanCuocError, checkSealed } from "cancuoc";

await init();
const server = createServer((request, response) => {
  /** @type {Buffer[]} */ const parts = [];
  request.on("data", (part) => parts.push(part));
  request.on("end", () => {
    const [status, answer] = checked(Buffer.concat(parts).toString());
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  });
});
server.listen(0, "127.0.0.1", () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  console.log(JSON.stringify({ address: `127.0.0.1:${port}` }));
});
process.once("SIGTERM", () => server.close());

/** @param {string} text @returns {[number, any]} */
function checked(text) {
  try {
    const result = checkSealed(text, { acceptedForms: ["ct01"] });
    return [result.ok ? 200 : 422, result];
  } catch (error) {
    if (!(error instanceof CanCuocError)) throw error;
    return [400, { error: { code: error.code } }];
  }
}
