// A browser's manners over the portal's HTTP: a cookie jar and the token of its page.

import { createHash } from "node:crypto";

export class Visitor {
  #origin;
  /** @type {Map<string, string>} */ #cookies = new Map();
  csrf = "";

  /** @param {string} origin */
  constructor(origin) {
    this.#origin = origin;
  }

  /**
   * @param {string} method @param {string} path @param {{ body?: any, headers?: Record<string, string> }} [more]
   * @returns {Promise<{ status: number, headers: Headers, body: any }>}
   */
  async ask(method, path, { body, headers = {} } = {}) {
    const bytes = body instanceof Uint8Array;
    const response = await fetch(this.#origin + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { "content-type": bytes ? "application/octet-stream" : "application/json" }),
        cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(method === "GET" ? {} : { "x-csrf-token": this.csrf }),
        ...headers,
      },
      body: body === undefined || bytes || typeof body === "string" ? body : JSON.stringify(body),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    const text = await response.text();
    const json = /json/.test(response.headers.get("content-type") ?? "");
    return { status: response.status, headers: response.headers, body: json ? JSON.parse(text) : text };
  }

  /** A page is opened. */
  async arrive() {
    this.csrf = (await this.ask("GET", "/api/session")).body.csrf;
    return this;
  }

  /** @param {string} account */
  async signIn(account) {
    await this.arrive();
    const answer = await this.ask("POST", "/api/session", { body: { account } });
    if (answer.status !== 200) throw new Error(`not signed in: ${JSON.stringify(answer.body)}`);
    return this.arrive();
  }

  /** @param {any} application or its text @param {{ attachments?: any[], evidence?: any, headers?: any }} [more] */
  submit(application, { headers = {}, ...more } = {}) {
    const text = typeof application === "string" ? application : JSON.stringify(application);
    const key = /"digest":\{"algorithm":"SHA-256","value":"([0-9a-f]{64})"/.exec(text)?.[1] ?? "0".repeat(64);
    const body = { application: text, ...more };
    return this.ask("POST", "/api/applications", { body, headers: { "idempotency-key": key, ...headers } });
  }

  /** @param {Uint8Array} bytes */
  attach(bytes) {
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return this.ask("PUT", `/api/attachments/${sha256}`, { body: bytes });
  }
}
