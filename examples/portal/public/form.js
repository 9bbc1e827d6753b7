// The citizen's page: the form, filled in from the account if wanted, sealed, handed in.

import "/pkg/widget/form.js";
import { initReading, prefill, readAccount } from "/pkg/index.js";
import { signedIn } from "./account.js";
import { h, place } from "./dom.js";
import { locale, t } from "./language.js";
import { Submission } from "./submission.js";

const { account, forms } = await signedIn("citizen");
const asked = new URLSearchParams(location.search).get("form") ?? "";
const form = /** @type {any} */ (
  h("cancuoc-form", { form: forms.includes(asked) ? asked : forms[0], locale, theme: "light" })
);
const submission = new Submission(form);
form.addEventListener("sealed", (/** @type {CustomEvent} */ event) => submission.offer(event.detail));
form.addEventListener("change", () => submission.withdraw());

const fill = h(
  "button",
  { type: "button", id: "from-account", class: "quiet", onclick: () => void fromAccount() },
  t("Điền từ tài khoản của tôi", "Fill in from my account"),
);
const filled = h("p", { role: "status" });
form.addEventListener("step", (/** @type {CustomEvent} */ event) => (fill.hidden = event.detail.step !== "how"));
place("place").replaceChildren(
  forms.length > 1
    ? h("ul", {}, ...forms.map((id) => h("li", {}, h("a", { href: `/?form=${id}&lang=${locale}` }, id.toUpperCase()))))
    : "",
  account.person ? fill : "",
  filled,
  submission.element,
  form,
);

/** What the account says stands in the form as if it had been typed: it is no card, and can be changed. */
async function fromAccount() {
  await Promise.all([form.loaded, initReading()]);
  form.answers = prefill(form.getAttribute("form"), readAccount(account.person), form.answers).answers;
  filled.textContent = t(
    "Đã điền những điều tài khoản biết. Hãy xem lại từng mục khi làm tờ khai.",
    "What the account knows is filled in. Look through it as you go on.",
  );
}
