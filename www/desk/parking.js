import { park, parked, recover, snapshot, unpark } from "./kept.js";
import { nextNumber } from "./queue.js";

/** Citizens who come back, as the page knows them. */
export class Parking {
  /** @type {import("./kept.js").Kept[]} */ #all = [];

  /** Looks again which there are. */
  async look() {
    this.#all = await parked();
  }

  /**
   * All but the one at hand: their copy stays until they are done, so that a page that ends loses nobody.
   * @param {import("./citizen.js").Citizen} citizen at hand
   */
  others({ ticket, reopened }) {
    return this.#all.filter((kept) => !(reopened && kept.ticket === ticket));
  }

  /**
   * Puts somebody away, with a number that nobody else has.
   * @param {import("./citizen.js").Citizen} citizen @param {any} form the form's element
   * @returns {Promise<boolean>} whether the browser keeps it
   */
  async put(citizen, form) {
    let { ticket } = citizen;
    // Whoever was parked yesterday evening may have this morning's number.
    while (!ticket || this.others(citizen).some((each) => each.ticket === ticket)) ticket = nextNumber();
    const kept = snapshot({ ...citizen, ticket }, form);
    if (!kept) return false;
    return park(kept).then(
      () => true,
      () => false,
    );
  }

  /** @param {number} ticket */
  async drop(ticket) {
    await unpark(ticket);
    await this.look();
  }

  async dropAll() {
    for (const { ticket } of await parked()) await unpark(ticket);
  }

  /** Somebody whose page ended is parked from now on. */
  async recover() {
    const cut = await recover(nextNumber);
    await this.look();
    return cut;
  }
}
