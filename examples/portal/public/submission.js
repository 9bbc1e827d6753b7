import { signInAgain } from "./account.js";
import { ask } from "./api.js";
import { h, put } from "./dom.js";
import { t } from "./language.js";

/**
 * The panel that hands a sealed application in, with its papers: ready, sending, sent, refused, to be sent again.
 * What is sent again is the same text, under the same digest: it is taken once.
 */
export class Submission {
  element = h("section", { class: "panel", "aria-labelledby": "submit-title", hidden: true });
  /** @type {any} */ #application;
  /** @type {any} */ #receipt;
  #files = /** @type {HTMLInputElement} */ (
    h("input", { type: "file", id: "papers", multiple: true, accept: "image/jpeg,image/png,application/pdf" })
  );
  #button = /** @type {HTMLButtonElement} */ (
    h("button", { type: "button", id: "send", onclick: () => void this.#send() }, t("Nộp tờ khai", "Submit"))
  );
  #said = h("div", { role: "status", id: "said" });

  #form;

  /** @param {any} form whose applications are handed in */
  constructor(form) {
    this.#form = form;
    // What is sealed and not handed in is not lost by a slip.
    addEventListener("beforeunload", (event) => {
      if (this.#application && !this.#receipt) event.preventDefault();
    });
  }

  /** @param {any} application sealed */
  offer(application) {
    this.#application = application;
    this.#receipt = undefined;
    this.#said.replaceChildren();
    this.#button.disabled = false;
    this.#button.textContent = t("Nộp tờ khai", "Submit");
    put(
      this.element,
      h("h2", { id: "submit-title", tabindex: "-1" }, t("Nộp đến nơi tiếp nhận", "Hand it in")),
      h("p", {}, h("label", { for: "papers" }, t("Giấy tờ kèm theo (ảnh hoặc PDF, nếu có)", "Papers, if any"))),
      this.#files,
      h("p", {}, this.#button),
      this.#said,
    );
    this.element.hidden = false;
    this.#focus();
  }

  /** The answers were changed: what was sealed is not what stands there. */
  withdraw() {
    if (!this.#application) return;
    this.#application = undefined;
    this.element.hidden = true;
  }

  async #send() {
    const application = this.#application;
    this.#button.disabled = true;
    this.#said.replaceChildren(h("p", {}, t("Đang gửi…", "Sending…")));
    try {
      const attachments = [];
      for (const file of this.#files.files ?? []) attachments.push(await sendFile(file));
      const body = { application: JSON.stringify(application), ...(attachments.length ? { attachments } : {}) };
      const key = { "idempotency-key": application.digest.value };
      this.#receipt = await ask("POST", "/api/applications", body, key);
      this.#sent();
    } catch (trouble) {
      await this.#failed(/** @type {import("./api.js").Trouble} */ (trouble));
    }
  }

  #sent() {
    const { receipt, replay, alike } = this.#receipt;
    this.#files.value = "";
    put(
      this.element,
      h("h2", { id: "submit-title", tabindex: "-1" }, t("Đã nộp", "Handed in")),
      h("p", { role: "status" }, t("Số biên nhận: ", "Receipt: "), h("b", { id: "receipt", class: "number" }, receipt)),
      h("p", {}, t("Hãy ghi lại số này để tra cứu.", "Write the number down: it shows where the application stands.")),
      replay ? h("p", {}, t("Tờ khai này đã được nhận từ trước.", "This form had been received before.")) : null,
      alike.length
        ? h(
            "p",
            { class: "warning" },
            t("Bạn đã nộp tờ khai có cùng nội dung: ", "You handed in the same answers before: "),
            alike.join(", "),
          )
        : null,
      h("p", {}, h("a", { href: `/status.html${location.search}` }, t("Tra cứu tình trạng hồ sơ", "See its status"))),
      quiet(t("Xem lại, in tờ khai", "Look at the form, print it"), () => (this.#form.hidden = false)),
      quiet(t("Xóa tờ khai khỏi máy này", "Delete the form from this device"), async () => {
        await this.#form.startAgain();
        location.reload();
      }),
    );
    // Its last page says that the form was not sent yet.
    this.#form.hidden = true;
    this.#focus();
  }

  /** What is to be done next is read out and in sight: after the form has moved the focus to its own last page. */
  #focus() {
    const title = /** @type {HTMLElement} */ (this.element.querySelector("h2"));
    requestAnimationFrame(() =>
      setTimeout(() => {
        title.focus({ preventScroll: true });
        this.element.scrollIntoView({ block: "start" });
      }),
    );
  }

  /** @param {import("./api.js").Trouble} trouble */
  async #failed({ code, message, findings = [], later }) {
    const again =
      code === "portal.login" ? await signInAgain("citizen", () => void this.#send()).catch(() => null) : null;
    this.#button.disabled = !later && code !== "portal.csrf";
    if (later) this.#button.textContent = t("Gửi lại", "Send again");
    this.#said.replaceChildren(
      h("p", { role: "alert", class: "error" }, message),
      h("ul", {}, ...findings.map((finding) => h("li", {}, finding.message))),
      ...(findings.length ? [quiet(t("Sửa tờ khai", "Correct the form"), () => this.#form.back())] : []),
      ...(again ? [again] : []),
    );
  }
}

/** @param {string} words @param {() => void} onclick */
const quiet = (words, onclick) => h("button", { type: "button", class: "quiet", onclick }, words);

/** @param {File} file */
async function sendFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const sha256 = [...digest].map((octet) => octet.toString(16).padStart(2, "0")).join("");
  await ask("PUT", `/api/attachments/${sha256}`, bytes);
  return { sha256, name: file.name };
}
