import { h } from "../../shell/dom.js";
import { icon } from "../../shell/icons.js";
import { locale, t } from "../../shell/locale.js";

/** Files that were refused the last time, shown until the next change. @type {string[]} */
let refused = [];

/**
 * Whom the user trusts: certificates and lists, with country and fingerprint.
 * @param {import("./trust-store.js").TrustStore} store
 * @param {() => Promise<void>} changed
 */
export async function anchorsPanel(store, changed) {
  const all = await store.all();
  const input = h("input", {
    type: "file",
    id: "anchor-files",
    multiple: true,
    accept: ".cer,.crt,.der,.pem,.ml,.crl,.p7b",
    onchange: async (/** @type {Event} */ event) => {
      const stop = new AbortController();
      const bar = /** @type {HTMLProgressElement} */ (
        h("progress", { max: 1, value: 0, "aria-label": t("Đang đọc tệp", "Reading the files") })
      );
      busy.replaceChildren(
        bar,
        " ",
        h("button", { type: "button", class: "button quiet", onclick: () => stop.abort() }, t("Dừng", "Stop")),
      );
      busy.hidden = false;
      refused = await store.add(/** @type {HTMLInputElement} */ (event.target).files ?? [], {
        signal: stop.signal,
        progress: (done, all) => Object.assign(bar, { max: all, value: done }),
      });
      await changed();
    },
  });
  const busy = h("p", { role: "status", hidden: true });
  const remove = async (/** @type {string} */ fingerprint) => {
    refused = [];
    await store.remove(fingerprint);
    await changed();
    document.getElementById("anchors-title")?.focus();
  };
  return [
    h(
      "h2",
      { id: "anchors-title", tabindex: -1 },
      t("2. Chứng thư của cơ quan cấp thẻ", "2. Certificates of the issuing authority"),
    ),
    h(
      "p",
      {},
      t(
        "Chữ ký chỉ nói được “ai cấp thẻ” khi bạn có chứng thư gốc (CSCA) của nơi cấp. Chứng thư gốc của thẻ " +
          "căn cước Việt Nam chưa được công bố: hãy dùng tệp do cơ quan của bạn giao. Tệp được giữ trong trình " +
          "duyệt này, không gửi đi đâu.",
        "A signature tells who issued the card only when you have the issuer's root certificate (CSCA). That of " +
          "the Vietnamese identity card is not public: use the file that your agency gave you. Files are kept in " +
          "this browser and sent nowhere.",
      ),
    ),
    all.length === 0
      ? h(
          "p",
          { class: "hint" },
          t(
            "Chưa có chứng thư nào. Thẻ được ký đúng sẽ dừng ở bậc “nguyên vẹn”.",
            "No certificate yet. A soundly signed card stops at “unaltered”.",
          ),
        )
      : h(
          "ul",
          { class: "anchors" },
          ...all.map((one) =>
            h(
              "li",
              {},
              h(
                "div",
                {},
                h("b", {}, titleOf(one)),
                h("br"),
                h("small", {}, one.subject || one.file),
                h("br"),
                h("span", { class: "mono" }, `SHA-256 ${one.fingerprint.replace(/(.{8})/g, "$1 ").trim()}`),
              ),
              h(
                "button",
                {
                  type: "button",
                  class: "button quiet",
                  onclick: () => remove(one.fingerprint),
                  "aria-label": t(`Bỏ ${one.file}`, `Remove ${one.file}`),
                },
                t("Bỏ", "Remove"),
              ),
            ),
          ),
        ),
    refused.length > 0 &&
      h(
        "div",
        { class: "notice warning" },
        icon("warning"),
        h(
          "p",
          {},
          t(
            `Không phải chứng thư, danh sách gốc hay danh sách thu hồi: ${refused.join(", ")}. ` +
              "Hãy chọn tệp .cer, .pem, .ml hoặc .crl.",
            `Neither a certificate, nor a master list, nor a revocation list: ${refused.join(", ")}. ` +
              "Choose a .cer, .pem, .ml or .crl file.",
          ),
        ),
      ),
    h(
      "div",
      { class: "file" },
      input,
      h(
        "label",
        { class: "button second", for: "anchor-files" },
        t("Thêm chứng thư hoặc danh sách", "Add certificates or lists"),
      ),
    ),
    busy,
    h(
      "p",
      { class: "hint" },
      t(
        "Chứng thư gốc, danh sách gốc (master list) do một chứng thư ở trên ký, danh sách thu hồi (CRL).",
        "Root certificates, master lists that one of them signed, revocation lists (CRL).",
      ),
    ),
  ].filter((part) => part instanceof Node);
}

/** @param {import("./trust-store.js").Kept} kept */
function titleOf({ kind, country, certificates }) {
  if (kind === "masterList")
    return t(`Danh sách gốc · ${certificates} chứng thư`, `Master list · ${certificates} certificates`);
  if (kind === "revocationList") return t("Danh sách thu hồi", "Revocation list");
  return `${t("Chứng thư gốc", "Root certificate")} · ${countryName(country)}`;
}

/** @param {string} code */
export function countryName(code) {
  if (!/^[A-Z]{2}$/.test(code)) return t("không ghi nước", "no country");
  try {
    return `${new Intl.DisplayNames([locale()], { type: "region" }).of(code) ?? code} (${code})`;
  } catch {
    return code;
  }
}
