export { setAssetsBase } from "./asset-address.js";
