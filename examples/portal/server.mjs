// The portal: `node server.mjs`. What can be set is in README.md.

import { configOf } from "./src/config.mjs";
import { portal } from "./src/portal.mjs";

/** A process that does not end by then is ended. Milliseconds. */
const STOP = 20_000;

/** Connections that wait to be accepted, when many come in one moment. */
const BACKLOG = 2048;

const config = configOf(process.env);
const app = await portal(config);
await app.listen({ host: config.host, port: config.port, backlog: BACKLOG });

for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.once(signal, () => {
    app.log.info({ signal }, "stopping");
    setTimeout(() => {
      app.log.error({ after: STOP }, "did not stop in time");
      process.exit(1);
    }, STOP).unref();
    // Takes no new connection; lets what runs end, so that whoever gets a receipt is stored.
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
}
