import { fetchUnits } from "../../pkg/address.js";
import { address } from "../../pkg/address-module.js";
import { h } from "../shell/dom.js";
import { onLocale } from "../shell/locale.js";
import { mountShell } from "../shell/shell.js";
import { AddressList } from "./address/list.js";
import { OneAddress } from "./address/one.js";

mountShell();

const units = address.init().then(() => fetchUnits());
units.catch(() => {});

const panels = [h("section", { class: "panel" }), h("section", { class: "panel" })];
const one = new OneAddress(panels[0], units);
const list = new AddressList(panels[1]);
document.querySelector("main")?.append(...panels);
onLocale(() => {
  one.draw();
  list.draw();
});
