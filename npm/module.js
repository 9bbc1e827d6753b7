import { absolute, assetAt } from "./asset-address.js";
import { CanCuocError } from "./error.js";
import { misplaced, warnOnce } from "./setup.js";

/**
 * @typedef {URL | string | Response | BufferSource | WebAssembly.Module} WasmSource
 * @typedef {object} Glue
 * @property {(init: { module_or_path: WebAssembly.Module }) => Promise<unknown>} default
 * @property {() => string} version
 * @property {() => void} restart
 */

/** The version of these scripts; a `.wasm` of another one is refused. */
export const VERSION = "0.1.0";

/**
 * One `.wasm` module with its life: loaded once, called synchronously, replaced after a trap.
 * @template {Glue} G
 */
export class WasmModule {
  #name;
  #script;
  #url;
  /** @type {G | undefined} */ #glue;
  /** @type {Promise<void> | undefined} */ #loading;
  #ready = false;
  /** @type {(() => void)[]} */ #starts = [];

  /**
   * @param {string} name how the module is called in errors
   * @param {G | (() => Promise<G>)} glue wasm-bindgen's script, or how to load it with the module
   * @param {() => URL} url where the `.wasm` lies beside these scripts: `new URL("./NAME.wasm", import.meta.url)`,
   *   written out, so that bundlers see it
   */
  constructor(name, glue, url) {
    this.#name = name;
    this.#script = async () => (typeof glue === "function" ? glue() : glue);
    this.#url = url;
  }

  /**
   * Loads the module; a second call waits for the first. A failed one can be tried again.
   * @param {WasmSource} [source]
   * @returns {Promise<void>}
   */
  init(source) {
    this.#loading ??= this.#load(source).catch((error) => {
      this.#loading = undefined;
      throw error;
    });
    return this.#loading;
  }

  /**
   * What is to be done whenever an instance starts: what it must know before the first call.
   * @param {() => void} start
   */
  onStart(start) {
    this.#starts.push(start);
  }

  /** Whether calls are possible now. */
  get ready() {
    return this.#ready;
  }

  /**
   * Calls into the module.
   * @template T
   * @param {(glue: G) => T} use
   * @returns {T}
   */
  call(use) {
    if (!this.#ready || !this.#glue) {
      throw new CanCuocError("init.missing", `\`await init()\` of ${this.#name} comes before its first call`);
    }
    try {
      return use(this.#glue);
    } catch (thrown) {
      if (!(thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError)) throw thrown;
      this.#restart();
      const detail = `${this.#name} stopped and was started again; the next call finds it ready`;
      throw new CanCuocError("internal.trap", detail, { cause: thrown });
    }
  }

  /** After a trap the instance's memory cannot be trusted: wasm-bindgen's script makes a new one of the same module. */
  #restart() {
    const glue = this.#glue;
    if (!glue) return;
    try {
      glue.restart();
      this.#start(glue);
    } catch {
      // Where no instance can be made at once (a browser's limit), `init()` is the way back.
      this.#ready = false;
      this.#loading = undefined;
    }
  }

  /** Where the `.wasm` lies; a bundler may have made something of its address that is none. */
  #address() {
    try {
      return assetAt(`${this.#name}.wasm`, this.#url);
    } catch (cause) {
      const error = new CanCuocError("init.not_found", `the address of ${this.#name}.wasm is none`, { cause });
      warnOnce(error.message);
      throw error;
    }
  }

  /** @param {WasmSource} [source] */
  async #load(source) {
    const script = this.#script().catch((cause) => {
      throw loadError(cause, this.#name);
    });
    const [glue, module] = await Promise.all([script, compile(source ?? this.#address(), this.#name)]);
    this.#glue = glue;
    try {
      await glue.default({ module_or_path: module });
    } catch (cause) {
      throw loadError(cause, this.#name); // WebKit compiles under a policy that forbids it, and refuses only here
    }
    this.#start(glue);
  }

  /** @param {G} glue */
  #start(glue) {
    const version = glue.version();
    if (version !== VERSION) {
      const detail = `${this.#name}.wasm is of version ${version}, the scripts are of ${VERSION}`;
      throw new CanCuocError("init.version", detail);
    }
    this.#ready = true;
    for (const start of this.#starts) start();
  }
}

/**
 * @param {WasmSource} source
 * @param {string} name
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source, name) {
  try {
    if (source instanceof WebAssembly.Module) return source;
    if (typeof source === "string" || source instanceof URL) {
      const bytes = readFile(source);
      return bytes ? await WebAssembly.compile(bytes) : await compileResponse(await fetch(absolute(source)), name);
    }
    if (typeof Response === "function" && source instanceof Response) return await compileResponse(source, name);
    return await WebAssembly.compile(/** @type {BufferSource} */ (source));
  } catch (cause) {
    const error = loadError(cause, name);
    if (error.code === "init.not_found") warnOnce(error.message);
    throw error;
  }
}

/**
 * @param {unknown} cause
 * @param {string} name
 */
function loadError(cause, name) {
  if (cause instanceof CanCuocError) return cause;
  // Each engine has its own words for it, and its own class.
  const forbidden = cause instanceof Error && /unsafe-eval|Content Security Policy|\bCSP\b/i.test(cause.message);
  return forbidden
    ? new CanCuocError(
        "init.csp",
        "the page's Content-Security-Policy forbids WebAssembly: add 'wasm-unsafe-eval' to script-src",
        { cause },
      )
    : new CanCuocError("init.source", `${name}.wasm could not be loaded`, { cause });
}

/** @param {Response} response @param {string} name */
async function compileResponse(response, name) {
  const wrong = misplaced(response);
  if (wrong) throw new CanCuocError("init.not_found", `${name}.wasm: ${wrong}`);
  const streams = response.headers.get("content-type")?.startsWith("application/wasm");
  return streams && WebAssembly.compileStreaming
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

/**
 * A file's bytes in Node, whose `fetch` knows no files; elsewhere nothing.
 * @param {string | URL} source
 * @returns {Uint8Array<ArrayBuffer> | undefined}
 */
function readFile(source) {
  const text = String(source);
  const scheme = /^[a-z][a-z0-9+.-]+:/i.exec(text)?.[0];
  if (scheme && scheme !== "file:") return undefined;
  /** @type {any} */
  const node = /** @type {any} */ (globalThis).process;
  const bytes = node?.getBuiltinModule?.("node:fs").readFileSync(scheme ? new URL(text) : text);
  return bytes && new Uint8Array(bytes);
}
