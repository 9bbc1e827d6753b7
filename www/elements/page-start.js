/** For the first page of the site: the drafts that are kept on this device. No interface of the package. */
export { Drafts, inTime } from "./drafts.js";
