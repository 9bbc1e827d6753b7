// A portal whose forms are Form.io's: the form that it renders is bound, and its submission data follow.
import "cancuoc/widget";
import { bindForm } from "cancuoc/widget";

const definition = {
  display: "form",
  components: [
    { type: "textfield", key: "fullname", label: "Họ và tên", input: true },
    { type: "textfield", key: "birthday", label: "Ngày sinh", input: true },
    {
      type: "radio",
      key: "gender",
      label: "Giới tính",
      input: true,
      values: [
        { label: "Nam", value: "male" },
        { label: "Nữ", value: "female" },
      ],
    },
    { type: "textfield", key: "identityNumber", label: "Số định danh", input: true },
  ],
};

const formio = await globalThis.Formio.createForm(document.getElementById("formio"), definition, { noAlerts: true });
await formio.ready;
const element = document.querySelector("#formio form") ?? wrap(document.getElementById("formio"));
const bound = await bindForm(
  element,
  {
    fullName: "data[fullname]",
    birthDate: { name: "data[birthday]", date: "dmy" },
    sex: radioName(element),
    pin: "data[identityNumber]",
  },
  { form: "ct01", locale: "vi", on: "2026-11-21" },
);
document.querySelector("cancuoc-scan").addEventListener("reading", (event) => bound.fill([event.detail]));
globalThis.bound = bound;
globalThis.formio = formio;

/** Form.io gives radios a name of its own making. */
function radioName(root) {
  return root.querySelector('input[type="radio"]')?.name ?? "data[gender]";
}

/** Some renderers of Form.io use no `<form>` element. */
function wrap(place) {
  const form = document.createElement("form");
  place.before(form);
  form.append(place);
  return form;
}
