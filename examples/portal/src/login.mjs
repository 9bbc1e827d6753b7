/**
 * Who is signed in. A portal puts its own login here (OpenID Connect to the national identity, say): all that the rest
 * needs is `accountOf`. The demo's accounts are invented people, and anybody can be any of them.
 *
 * @typedef {object} Account
 * @property {string} id appears in the audit log: a pseudonym, not a personal number
 * @property {"citizen" | "officer"} role
 * @property {string} name
 * @property {import("cancuoc").Person} [person] what the portal knows of the citizen: offered to fill in from
 */

/** @type {readonly Account[]} */
const DEMO = [
  {
    id: "demo-mau",
    role: "citizen",
    name: "Nguyễn Văn Mẫu",
    person: {
      fullName: "Nguyễn Văn Mẫu",
      birthDate: "1990-02-28",
      sex: "male",
      pin: "001090000017",
    },
  },
  {
    id: "demo-thu",
    role: "citizen",
    name: "Lê Thị Thử",
    person: { fullName: "Lê Thị Thử", birthDate: "2000-12-31", sex: "female", pin: "079300000017" },
  },
  { id: "demo-can-bo", role: "officer", name: "Cán bộ Mẫu" },
];

/** @param {{ demoLogin: boolean }} config */
export function login({ demoLogin }) {
  const accounts = demoLogin ? DEMO : [];
  return {
    /** What the demo's page offers. */
    offered: accounts.map(({ id, name, role }) => ({ id, name, role })),
    /** @param {unknown} id @returns {Account | undefined} */
    accountOf: (id) => accounts.find((account) => account.id === id),
  };
}
