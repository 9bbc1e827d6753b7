// The portal keeps its page; its inputs are filled, marked and checked where they are.
import "cancuoc/widget";
import { bindForm } from "cancuoc/widget";

const form = document.getElementById("frmHoSo");
const bound = await bindForm(
  form,
  {
    fullName: "ctl00$txtHoTen",
    birthDate: { name: "ctl00$txtNgaySinh", date: "dmy" },
    sex: { name: "ctl00$ddlGioiTinh", values: { male: "1", female: "2" } },
    pin: "ctl00$txtCCCD",
    phone: "ctl00$txtDienThoai",
  },
  { form: "ct01", locale: "vi", on: "2026-11-21" },
);
document.querySelector("cancuoc-scan").addEventListener("reading", (event) => bound.fill([event.detail]));
globalThis.bound = bound;
