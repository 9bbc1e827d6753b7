import init, { checkSealed } from "../../pkg/index.js";
import { portal } from "../../pkg/portal-module.js";
import { Camera, saveFile, Scanner, message } from "../../pkg/widget/page-scan.js";
import { CodeCollector } from "../desk/code-parts.js";
import { h } from "../shell/dom.js";
import { icon } from "../shell/icons.js";
import { locale, onLocale, t } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";

mountShell();

const parts = new CodeCollector();
const scanner = new Scanner();
const video = /** @type {HTMLVideoElement} */ (
  h("video", { class: "viewer", playsinline: true, muted: true, hidden: true })
);
const open = h("button", { type: "button", class: "button big", onclick: () => start() });
const words = h("div", { role: "status" });
const list = h("ol", { class: "parts" });
const main = /** @type {HTMLElement} */ (document.querySelector("main"));
main.append(h("div", { class: "panel" }, open, video, words, list), h("div", { id: "result" }));

const camera = new Camera(video, () => {
  video.hidden = true;
  open.hidden = false;
  words.textContent = message(locale(), "cameraGone");
});
onLocale(() => {
  open.replaceChildren(icon("camera"), t("Mở camera", "Open the camera"));
  video.setAttribute("aria-label", t("Hình từ camera", "Picture of the camera"));
  list.setAttribute("aria-label", t("Các mã đã nhận", "Codes received"));
});
addEventListener("pagehide", () => camera.stop());

async function start() {
  const wrong = await camera.start();
  if (wrong) {
    words.textContent = message(locale(), wrong);
    return;
  }
  open.hidden = true;
  video.hidden = false;
  words.textContent = t("Đang tìm mã…", "Looking for codes…");
  while (camera.running) {
    const found = await scanner.frame(video).catch(() => []);
    if (found.filter((bytes) => take(bytes)).length) await draw();
    await new Promise((done) => setTimeout(done, 60));
  }
}

/** @param {Uint8Array} bytes */
function take(bytes) {
  return parts.add(bytes);
}

async function draw() {
  const { got, count } = parts;
  list.replaceChildren(
    ...Array.from({ length: count }, (_, index) => h("li", { class: got.has(index) ? "got" : "" }, `${index + 1}`)),
  );
  words.textContent = t(`Đã nhận ${got.size} trên ${count} mã`, `${got.size} of ${count} codes received`);
  if (!parts.complete) return;
  camera.stop();
  scanner.close();
  video.hidden = true;
  const place = /** @type {HTMLElement} */ (document.getElementById("result"));
  try {
    await Promise.all([init({}), portal.init()]);
    const application = await parts.value();
    const { digest, ok } = checkSealed(application);
    const whole = digest === "match";
    const view = /** @type {any} */ (h("cancuoc-view", { locale: locale() }));
    const kind = ok ? "good" : whole ? "warning" : "error";
    const said = saidOf(whole, ok);
    place.replaceChildren(
      h("div", { class: `notice ${kind}` }, icon(kind), h("div", {}, h("p", {}, said))),
      h(
        "button",
        {
          type: "button",
          class: "button big",
          onclick: () => saveFile(`${application.form}.json`, JSON.stringify(application, null, 2), "application/json"),
        },
        icon("download"),
        t("Lưu tờ khai vào máy", "Save the form"),
      ),
      shareButton(application) ?? "",
      h(
        "button",
        { type: "button", class: "button second big", onclick: () => void view.print?.() },
        icon("print"),
        t("In tờ khai", "Print the form"),
      ),
    );
    // What was received, to be read and printed on this phone.
    await import("../../pkg/widget/view.js");
    view.application = application;
    place.append(view);
  } catch {
    place.replaceChildren(
      h(
        "div",
        { class: "notice error" },
        icon("error"),
        h(
          "div",
          {},
          h(
            "p",
            {},
            t(
              "Các mã không ghép được thành tờ khai. Hãy tải lại trang và nhận lại.",
              "The codes do not make up a form. Reload the page and receive it again.",
            ),
          ),
        ),
      ),
    );
    open.hidden = false;
  }
}

/** To another app of the phone, where the browser hands files on. @param {any} application */
function shareButton(application) {
  const file = new File([JSON.stringify(application, null, 2)], `${application.form}.json`, {
    type: "application/json",
  });
  if (!navigator.canShare?.({ files: [file] })) return undefined;
  return h(
    "button",
    {
      type: "button",
      class: "button second big",
      // Who closes the system's sheet has decided against it: that is no error.
      onclick: () => void navigator.share({ files: [file], title: application.form }).catch(() => {}),
    },
    icon("share"),
    t("Gửi tờ khai", "Share the form"),
  );
}

/** @param {boolean} whole it has its check code @param {boolean} ok it keeps the rules of its form as well */
function saidOf(whole, ok) {
  if (!whole)
    return t(
      "Tờ khai không khớp với mã kiểm tra. Hãy nhận lại từ đầu.",
      "The form does not agree with its check code. Receive it again.",
    );
  if (!ok)
    return t(
      "Đã nhận đủ tờ khai, nhưng tờ khai chưa đúng quy tắc của biểu mẫu. Hãy xem lý do ở nơi kiểm tra hồ sơ.",
      "The whole form is here, but it does not keep the rules of its form. See why where applications are checked.",
    );
  return t(
    "Đã nhận đủ tờ khai, nội dung khớp với mã kiểm tra. Mã này không cho biết ai đã gửi.",
    "The whole form is here and agrees with its check code. The code does not say who sent it.",
  );
}

// For the desk's own tests, and for whoever reads the codes with another scanner.
document.addEventListener("cancuoc-part", (event) => {
  if (take(/** @type {CustomEvent} */ (event).detail)) draw();
});
