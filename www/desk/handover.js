import { qrPicture } from "../../pkg/widget/page-scan.js";
import { h } from "../shell/dom.js";
import { t } from "../shell/locale.js";
import { button } from "./button.js";
import { splitForCodes } from "./code-parts.js";

/** Addresses that only this machine understands. */
const HERE = /^(localhost|127\.|\[::1\])/;

/**
 * The way of a sealed form to the citizen's phone: first the receiving page, then the codes, one after the other.
 * @param {unknown} application @param {() => void} save where the codes are too many
 */
export async function handover(application, save) {
  const codes = await splitForCodes(application).catch(() => undefined);
  return h(
    "section",
    { class: "panel", id: "handover", "aria-labelledby": "handover-title" },
    h("h2", { id: "handover-title" }, t("Chuyển sang điện thoại của người dân", "Hand over to the citizen's phone")),
    ...(codes ? [receivingPage(), codesOf(codes)] : tooLong(save)),
  );
}

/** Step 1: the phone opens the page that receives. */
function receivingPage() {
  const address = new URL("receive.html", location.href);
  address.search = "";
  address.hash = "";
  const label = t("Địa chỉ trang “Nhận tờ khai”", "Address of the page “Receive a form”");
  const picture = HERE.test(address.host) ? null : qrPicture(new TextEncoder().encode(address.href), label);
  return h(
    "div",
    { class: "handover" },
    h("h3", {}, t("1. Mở trang nhận trên điện thoại", "1. Open the receiving page on the phone")),
    ...(picture
      ? [
          h(
            "p",
            { class: "hint" },
            t(
              "Dùng camera của điện thoại quét mã này. Điện thoại cần mạng ở bước này, trừ khi đã mở trang trước đó.",
              "Point the phone's camera at this code. The phone needs a network now, unless it had the page before.",
            ),
          ),
          picture,
        ]
      : [h("p", { class: "notice warning" }, onlyHere())]),
    h("p", { class: "mono address", translate: "no" }, address.href),
  );
}

function onlyHere() {
  return t(
    "Trang này đang mở bằng địa chỉ riêng của máy, điện thoại khác không vào được. Hãy in, hoặc tải tệp về.",
    "This page is open by an address of this machine only: no phone can reach it. Print the form, or save the file.",
  );
}

/** Step 2; by hand where motion is not wanted. @param {Uint8Array[]} parts */
function codesOf(parts) {
  const place = h("div");
  let at = 0;
  /** @type {ReturnType<typeof setInterval> | undefined} */ let timer;
  const count = h("p", { class: "number" });
  const show = () => {
    const label = t(`Mã ${at + 1} trên ${parts.length}`, `Code ${at + 1} of ${parts.length}`);
    const own = parts[at];
    const picture = own && qrPicture(own, label);
    if (picture) place.replaceChildren(picture);
    count.textContent = label;
  };
  const step = (/** @type {number} */ by) => {
    at = (at + by + parts.length) % parts.length;
    show();
  };
  const stop = () => {
    clearInterval(timer);
    timer = undefined;
    play.textContent = t("Tự chạy", "Play");
  };
  const start = () => {
    timer = setInterval(() => (place.isConnected ? step(1) : stop()), 450);
    play.textContent = t("Dừng lại", "Pause");
  };
  const play = button("button second", "", () => (timer ? stop() : start()));
  show();
  if (parts.length > 1 && !matchMedia("(prefers-reduced-motion: reduce)").matches) start();
  else stop();
  const move = (/** @type {number} */ by, /** @type {string} */ words) =>
    button("button second", words, () => {
      stop();
      step(by);
    });
  return h(
    "div",
    { class: "handover" },
    h("h3", {}, t("2. Nhận tờ khai", "2. Receive the form")),
    h(
      "p",
      { role: "status", class: "hint" },
      t(
        "Trên trang vừa mở, bấm “Mở camera” rồi hướng vào loạt mã này. Bước này không cần mạng.",
        "On that page press “Open the camera” and point it at these codes. This step needs no network.",
      ),
    ),
    place,
    count,
    parts.length > 1
      ? h("div", { class: "actions top" }, move(-1, t("Mã trước", "Previous")), play, move(1, t("Mã sau", "Next")))
      : null,
  );
}

/** @param {() => void} save */
function tooLong(save) {
  return [
    h(
      "p",
      {},
      t(
        "Tờ khai này quá dài cho mã QR. Hãy tải tệp rồi chép hoặc gửi cho người dân, hoặc in ra.",
        "This form is too long for codes. Save the file and pass it on to the citizen, or print it.",
      ),
    ),
    h(
      "div",
      { class: "actions" },
      button("button", t("Tải tệp tờ khai", "Save the form's file"), save),
      button("button second", t("In tờ khai", "Print the form"), () => print()),
    ),
  ];
}
