/**
 * What knows the units of today: `address.js` says so of itself, so that a form's first field does not wait for it.
 * @type {{
 *   knows?: {
 *     ofCard: (filled: any, options: any) => any,
 *     ofAnswers: (result: any, answers: any, form: string, day: any, isShown?: (path: string) => boolean) => any,
 *   },
 * }}
 */
export const today = {};
