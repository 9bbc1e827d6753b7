/** What single pages of the site take of the elements' parts. Not part of the package's interface. */
export { Camera } from "./camera.js";
export { saveFile } from "./files.js";
export { qrPicture } from "./qr-picture.js";
export { Scanner } from "./scanner.js";
export { showPerson } from "./show.js";
export { say } from "./words.js";
import "./words.en.js";
