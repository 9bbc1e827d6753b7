// A portal's own controls as answers: read by the type of the form's field, whatever kind of control the portal chose.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inEachEngine } from "./harness.mjs";

inEachEngine("a portal's own controls", (get) => {
  /** What `bindForm` reads out of these controls. @param {string} script builds them in `form` @param {object} map */
  const answers = async (script, map) => {
    const { page, origin } = get();
    await page.goto(`${origin}/receive.html?lang=vi`);
    page.problems.length = 0;
    return page.evaluate(`(async () => {
      const { bindForm } = await import("/pkg/widget/index.js");
      const form = document.createElement("form");
      const add = (tag, properties, parent = form) => {
        const control = Object.assign(document.createElement(tag), properties);
        parent.append(control);
        return control;
      };
      ${script}
      document.body.replaceChildren(form);
      return (await bindForm(form, ${JSON.stringify(map)}, { form: "ket-hon", on: "2026-11-21" })).answers;
    })()`);
  };

  test("numbers out of a number box and a list, yes and no out of radios, a box that is not ticked is a no", async () => {
    const read = await answers(
      `add("input", { type: "number", name: "times", value: "1" });
       const list = add("select", { name: "again" });
       add("option", { value: "2", selected: true }, list);
       add("input", { type: "radio", name: "known", value: "1", checked: true });
       add("input", { type: "radio", name: "known", value: "0" });
       add("input", { type: "checkbox", name: "copies" });`,
      {
        husbandMarriageCount: "times",
        wifeMarriageCount: "again",
        bothPresent: { name: "known", values: { true: "1", false: "0" } },
        copies: "copies",
      },
    );
    assert.deepEqual(read, {
      husbandMarriageCount: 1,
      wifeMarriageCount: 2,
      bothPresent: true,
      copies: false,
    });
  });

  test("a year alone is a birth date, a day written the other way round is the same day", async () => {
    const read = await answers(
      `add("input", { name: "his", value: "1960" });
       add("input", { name: "hers", value: "1962-03-04" });`,
      { husbandBirthDate: { name: "his", date: "dmy" }, wifeBirthDate: { name: "hers", date: "dmy" } },
    );
    assert.deepEqual(read, { husbandBirthDate: "1960", wifeBirthDate: "1962-03-04" });
  });

  test("what is switched off says nothing, and a number is not guessed at", async () => {
    const read = await answers(
      `const off = add("fieldset", { disabled: true });
       add("input", { name: "his", value: "Nguyễn Văn Mẫu" }, off);
       add("input", { name: "times", value: "1,5" });`,
      { husbandName: "his", husbandMarriageCount: "times" },
    );
    assert.deepEqual(read, { husbandMarriageCount: "1,5" });
  });
});
