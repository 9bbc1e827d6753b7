import { CanCuocError } from "./error.js";

/**
 * What a page and its bridge say to each other (docs/reader.md): one request, one reply of the same `id`, as JSON text.
 * @typedef {(request: object) => Promise<any>} Ask
 * @typedef {{ ask: Ask, end(): void }} Line
 */

/** How the app's object is called in the page. */
const NAME = "cancuocCard";

/** Milliseconds beyond the card's own time. */
const GRACE = 3_000;

/** @type {typeof import("./reader.js").cardBridge} */
export function cardBridge({ helper } = {}) {
  const scope = /** @type {any} */ (globalThis);
  const android = scope[NAME];
  if (typeof android?.postMessage === "function") return bridge("android", async () => messages(android));
  const ios = scope.webkit?.messageHandlers?.[NAME];
  if (typeof ios?.postMessage === "function") return bridge("ios", async () => replies(ios));
  if (helper !== undefined) return bridge("helper", () => socket(helper));
  return undefined;
}

/**
 * @param {import("./reader.js").CardBridge["kind"]} kind
 * @param {() => Promise<Line>} dial
 * @returns {import("./reader.js").CardBridge}
 */
function bridge(kind, dial) {
  return Object.freeze({
    kind,
    /** @param {{ signal?: AbortSignal, timeout?: number }} [options] */
    async open({ signal, timeout = 60_000 } = {}) {
      if (signal?.aborted) throw refused("aborted");
      const line = await dial();
      const ask = within(line);
      const close = () => {
        ask({ do: "close" }, GRACE).catch(() => {});
        line.end();
      };
      try {
        const { maxCommand = 261, maxAnswer = 258 } = await ask({ do: "open", timeout }, timeout + GRACE, signal);
        return Object.freeze({
          transmit: async (
            /** @type {Uint8Array} */ apdu,
            /** @type {{ timeout: number }} */ { timeout: patience },
          ) => {
            const said = await ask({ do: "transmit", apdu: hex(apdu), timeout: patience }, patience + GRACE);
            return octets(said.apdu);
          },
          transport: Object.freeze({ maxCommand, maxAnswer }),
          show: (/** @type {string} */ words) => void ask({ do: "show", words }, GRACE).catch(() => {}),
          close,
        });
      } catch (error) {
        close();
        throw error;
      }
    },
  });
}

/** Of all requests of this page, so that a late reply is never taken for another's. */
let ids = 0;

/**
 * A request with its patience.
 * @param {Line} line
 * @returns {(request: object, patience: number, signal?: AbortSignal) => Promise<any>}
 */
function within({ ask }) {
  return (request, patience, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(refused("timeout")), patience);
      const stop = () => reject(refused("aborted"));
      signal?.addEventListener("abort", stop);
      ask({ id: ++ids, ...request })
        .then(({ ok, error }) => (ok ? resolve(ok) : reject(refused(error))))
        .catch(() => reject(refused("transport")))
        .finally(() => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", stop);
        });
    });
}

/** The words of a bridge, each with its code. */
const CODES = {
  lost: "reader.tag_lost",
  timeout: "reader.timeout",
  aborted: "reader.aborted",
  denied: "bridge.denied",
  busy: "bridge.busy",
  absent: "bridge.absent",
  off: "bridge.off",
};

/** @param {unknown} word */
function refused(word) {
  const known = Object.hasOwn(CODES, String(word)) ? /** @type {keyof typeof CODES} */ (word) : undefined;
  return new CanCuocError(known ? CODES[known] : "reader.transport", `the bridge said ${known ?? "something unknown"}`);
}

/**
 * Android: `WebViewCompat.addWebMessageListener` puts an object into the page, one for each frame.
 * @param {{ postMessage(text: string): void, addEventListener?: Function, onmessage?: any }} port
 * @returns {Line}
 */
function messages(port) {
  return line(
    (text) => port.postMessage(text),
    (take) => port.addEventListener?.("message", (/** @type {any} */ event) => take(event.data)),
    () => {},
  );
}

/** iOS: `WKScriptMessageHandlerWithReply` answers by a promise. @param {any} handler @returns {Line} */
function replies(handler) {
  return { ask: async (request) => JSON.parse(await handler.postMessage(JSON.stringify(request))), end() {} };
}

/** The helper of the desk. @param {number} port @returns {Promise<Line>} */
function socket(port) {
  return new Promise((resolve, reject) => {
    /** @type {WebSocket} */ let open;
    try {
      open = new WebSocket(`ws://127.0.0.1:${port}/`, "cancuoc-reader");
    } catch {
      return reject(refused("absent"));
    }
    const talk = line(
      (text) => open.send(text),
      (take, lose) => {
        open.addEventListener("message", ({ data }) => take(data));
        open.addEventListener("close", lose);
      },
      () => open.close(),
    );
    open.addEventListener("open", () => resolve(talk));
    open.addEventListener("error", () => reject(refused("absent")));
  });
}

/**
 * Requests and replies over something that sends texts both ways.
 * @param {(text: string) => void} send
 * @param {(take: (data: unknown) => void, lose: () => void) => void} listen
 * @param {() => void} end
 * @returns {Line}
 */
function line(send, listen, end) {
  /** @type {Map<number, { resolve: (reply: any) => void, reject: (error: unknown) => void }>} */
  const waiting = new Map();
  listen(
    (data) => {
      const reply = parsed(data);
      const asked = waiting.get(reply?.id);
      waiting.delete(reply?.id);
      asked?.resolve(reply);
    },
    () => {
      for (const { reject } of waiting.values()) reject(new Error("closed"));
      waiting.clear();
    },
  );
  return {
    ask: (/** @type {any} */ request) =>
      new Promise((resolve, reject) => {
        waiting.set(request.id, { resolve, reject });
        send(JSON.stringify(request));
      }),
    end,
  };
}

/** @param {unknown} data */
function parsed(data) {
  try {
    return JSON.parse(String(data));
  } catch {
    return undefined;
  }
}

/** @param {Uint8Array} bytes */
function hex(bytes) {
  return Array.from(bytes, (octet) => octet.toString(16).padStart(2, "0")).join("");
}

/** @param {unknown} text */
function octets(text) {
  if (typeof text !== "string" || !/^([0-9a-f]{2})*$/i.test(text)) throw refused("transport");
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
