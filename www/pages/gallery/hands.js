/** What a person's hands do in an element. */

/** Opens a page of the form. @param {any} form @param {string} step */
export async function open(form, step) {
  await form.loaded;
  form.go(step);
  await stands(form);
}

/** Presses the page's main button. @param {any} form */
export async function press(form) {
  await stands(form);
  form.shadowRoot.querySelector(".step .button.big")?.click();
  await stands(form);
}

/** Until the page of the form is drawn. @param {any} form */
async function stands(form) {
  await form.loaded;
  await until(form, "#title");
  await turn();
}

/** Types into a box of an element. @param {any} element @param {string} box @param {string} text */
export async function type(element, box, text) {
  await until(element, box);
  const field = element.shadowRoot.querySelector(box);
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Waits for a part of an element, not for ever. @param {any} element @param {string} part */
export async function until(element, part) {
  for (let turns = 0; turns < 400 && !element.shadowRoot.querySelector(part); turns += 1) await turn();
}

/** Hands a form over to whoever receives it, until it was looked at. @param {any} view @param {unknown} application */
export async function handOver(view, application) {
  const seen = new Promise((done) => {
    for (const type of ["checked", "error"]) view.addEventListener(type, done, { once: true });
  });
  view.application = application;
  await seen;
}

const turn = () => new Promise((done) => setTimeout(done, 20));
