// The widget's types, as a host's code meets them.
import { bindForm, CanCuocForm } from "../../target/site/pkg/widget.js";

const form = document.createElement("cancuoc-form");
form.addEventListener("sealed", (event) => {
  const name: string = event.detail.form;
  console.log(name);
});
form.addEventListener("reading", ({ detail }) => console.log(detail.person.pin?.length));
const same: CanCuocForm = form;
form.locked = ["fullName", "pin"];
form.hide = "mrz progress";
form.steps = "one";
form.accountUrl = "/tai-khoan";
// @ts-expect-error an account has no such name
form.locked = ["phone"];
same.takeReading({ source: "typed", kind: "typed", person: {}, findings: [], assurance: "none" });

const bound = await bindForm(
  document.forms[0],
  { pin: "so_dinh_danh", birthDate: { name: "ngay_sinh", date: "dmy" } },
  { form: "ct01" },
);
const ok: boolean = bound.check().ok;
// @ts-expect-error the map goes to names
await bindForm(document.forms[0], { pin: 1 }, { form: "ct01" });
console.log(ok);
