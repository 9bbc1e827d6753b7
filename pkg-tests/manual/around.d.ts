// What stands around the pieces of code in the manual: what the reader brings, and what a piece above it has.
// Types of others are not held here, only the package's.

declare module "node:*";
declare module "react" {
  const React: any;
  export default React;
  export const useState: any;
  export namespace JSX {
    interface IntrinsicElements {
      h1: any;
      p: any;
    }
  }
}
declare module "react-dom/client";
declare module "vue";
declare module "@vitejs/plugin-vue";
declare module "react-native-nfc-manager";

declare const process: { env: { [name: string]: string | undefined } };
interface ImportMeta {
  dirname: string;
}

declare const init: typeof import("cancuoc").default;
declare const checkSealed: typeof import("cancuoc").checkSealed;
declare const prefill: typeof import("cancuoc").prefill;
declare const readQr: typeof import("cancuoc").readQr;
declare const reconcile: typeof import("cancuoc").reconcile;
declare const seal: typeof import("cancuoc").seal;
declare const validate: typeof import("cancuoc").validate;
declare const initScan: typeof import("cancuoc/scan").default;
declare const scan: typeof import("cancuoc/scan").scan;

declare const decodePicture: (photo: unknown) => import("cancuoc/scan").Picture;
declare const photo: unknown;
declare const typed: import("cancuoc").Answers;
declare const options: { on: string };
declare const application: import("cancuoc").SealedApplication;
declare const text: string;
declare const bytes: Uint8Array<ArrayBuffer>;
declare const files: { [name: string]: Uint8Array };
declare const trust: import("cancuoc/chip").Trust;
declare const request: Request;

/** The pages about servers and about reading a chip. */
declare const CanCuoc: { load(file: string): Promise<{ call(name: string, ...args: unknown[]): any }> };
declare const say: (words: string) => void;
declare var later: unknown;
declare const show: (...progress: unknown[]) => void;
declare const signal: AbortSignal;
declare const anchors: Uint8Array[];
declare const transceive: (apdu: number[]) => Promise<number[]>;
interface Window {
  cancuocCard: any;
  ReactNativeWebView: any;
}
