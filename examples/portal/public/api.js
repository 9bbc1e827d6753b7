import { locale, t } from "./language.js";

/** @typedef {{ code: string, message: string, findings?: readonly any[], later: boolean }} Trouble */

/** The token of this page, for what changes something. */
let token = "";

/** @returns {Promise<{ account: any, demo: any[], forms: string[] }>} */
export async function session() {
  const answer = await ask("GET", "/api/session");
  token = answer.csrf;
  return answer;
}

/**
 * @param {string} method @param {string} path @param {any} [body] an object, or bytes
 * @param {Record<string, string>} [headers]
 * @returns {Promise<any>}
 * @throws {Trouble} `later`: the same can be sent again as it is
 */
export async function ask(method, path, body, headers = {}) {
  const bytes = body instanceof Uint8Array;
  const type = bytes ? "application/octet-stream" : "application/json";
  const response = await fetch(path, {
    method,
    headers: {
      ...(body === undefined ? {} : { "content-type": type }),
      "x-locale": locale,
      "x-csrf-token": token,
      ...headers,
    },
    body: body === undefined || bytes ? body : JSON.stringify(body),
  }).catch(() => {
    throw {
      code: "page.offline",
      message: t(
        "Chưa gửi được vì mất kết nối. Tờ khai còn nguyên trên máy; hãy gửi lại khi có mạng.",
        "Not sent: there is no connection. The form is still on this device; send it again once you are online.",
      ),
      later: true,
    };
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  const { code = "page.trouble", message = t("Cổng không trả lời đúng. Hãy gửi lại sau.", "Try again later.") } =
    answer.error ?? {};
  throw { code, message, findings: answer.findings, later: [429, 500, 502, 503, 504].includes(response.status) };
}
