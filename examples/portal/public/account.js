import { ask, session } from "./api.js";
import { h, place } from "./dom.js";
import { t, translatePage } from "./language.js";

/**
 * Translates the page, shows who is signed in, and lets somebody sign in who has this role.
 * @param {"citizen" | "officer"} role
 * @returns {Promise<{ account: any, forms: string[] }>} when somebody has
 */
export async function signedIn(role) {
  translatePage();
  const { account, demo, forms } = await session();
  if (account?.role === role) {
    showAccount(account);
    return { account, forms };
  }
  return new Promise((done) => {
    place("account").replaceChildren(
      choice(
        demo.filter((each) => each.role === role),
        async () => done(await signedIn(role)),
      ),
    );
  });
}

/** After a session has ended in the middle of something. @param {string} role @param {() => void} done */
export async function signInAgain(role, done) {
  const { demo } = await session();
  return choice(
    demo.filter((each) => each.role === role),
    async () => (await session(), done()),
  );
}

/** Who is signed in, for pages that need nobody. */
export async function whoever() {
  translatePage();
  const { account } = await session();
  if (account) showAccount(account);
  return account;
}

/** @param {any} account */
function showAccount({ name }) {
  const leave = async () => {
    await ask("DELETE", "/api/session");
    location.reload();
  };
  place("account").replaceChildren(
    h("p", {}, t("Đang đăng nhập: ", "Signed in: "), h("b", {}, name), " "),
    h("button", { type: "button", class: "quiet", onclick: leave }, t("Đăng xuất", "Sign out")),
  );
}

/** The demo's accounts: a portal has its own login here. @param {any[]} accounts @param {() => void} done */
function choice(accounts, done) {
  const said = h("p", { role: "alert" });
  const enter = async (/** @type {string} */ account) => {
    try {
      await ask("POST", "/api/session", { account });
      done();
    } catch (trouble) {
      said.textContent = /** @type {import("./api.js").Trouble} */ (trouble).message;
    }
  };
  return h(
    "section",
    { class: "panel" },
    h("h2", {}, t("Đăng nhập", "Sign in")),
    h(
      "p",
      {},
      accounts.length
        ? t("Tài khoản thử, người không có thật:", "Accounts for trying, of invented people:")
        : t("Cổng này chưa nối với dịch vụ đăng nhập.", "This portal has no login yet."),
    ),
    ...accounts.map(({ id, name }) => h("button", { type: "button", onclick: () => enter(id) }, name)),
    said,
  );
}
