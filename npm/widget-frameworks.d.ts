// The elements in the templates of frameworks: attributes, properties and events as each of them writes them. It comes with
// `cancuoc/widget`; where a framework is not installed, its part is nothing.

import type { Answers, Assurance, Person, SealedApplication, Service } from "./index.js";
import type {
  CanCuocAddress,
  CanCuocForm,
  CanCuocFormEvents,
  CanCuocScan,
  CanCuocScanEvents,
  CanCuocView,
  CanCuocViewEvents,
  HiddenPart,
  Theme,
} from "./widget.js";

type Shared = {
  locale?: "vi" | "en";
  on?: string;
  theme?: Theme;
  "assets-base"?: string;
};

export type FormAttributes = Shared & {
  form?: string;
  draft?: "off" | number | `${number}`;
  "draft-key"?: string;
  service?: string;
  history?: boolean | "";
  quiet?: boolean | "";
  "min-assurance"?: Assurance;
  action?: string;
  steps?: "one" | "parts";
  hide?: string | readonly HiddenPart[];
  locked?: string | readonly (keyof Person)[];
  "account-url"?: string;
  retry?: "off";
  name?: string;
};
export type FormProperties = {
  answers?: Answers;
  account?: Person | PromiseLike<Person | undefined>;
  preset?: Answers | PromiseLike<Answers>;
  about?: Service;
};
export type ScanAttributes = Shared & { modes?: string; quiet?: boolean | ""; name?: string };
export type AddressAttributes = Shared & { label?: string; value?: string; required?: boolean | ""; name?: string };
export type ViewAttributes = Shared;
export type ViewProperties = { application?: SealedApplication | string };
type AddressEvents = { input: Event; change: CustomEvent<CanCuocAddress["unit"]> };

/** `onsealed`: React 19, Svelte 5. */
type Lower<Events> = { [K in keyof Events & string as `on${K}`]?: (event: Events[K]) => void };
/** `onSealed`: Vue. */
type Camel<Events> = { [K in keyof Events & string as `on${Capitalize<K>}`]?: (event: Events[K]) => void };
/** `on:sealed`: Svelte 4. */
type Colon<Events> = { [K in keyof Events & string as `on:${K}`]?: (event: Events[K]) => void };

type Elements = {
  "cancuoc-form": { element: CanCuocForm; properties: FormAttributes & FormProperties; events: CanCuocFormEvents };
  "cancuoc-scan": { element: CanCuocScan; properties: ScanAttributes; events: CanCuocScanEvents };
  "cancuoc-address": { element: CanCuocAddress; properties: AddressAttributes; events: AddressEvents };
  "cancuoc-view": { element: CanCuocView; properties: ViewAttributes & ViewProperties; events: CanCuocViewEvents };
};

// @ts-ignore: React is not everywhere
import type { ClassAttributes, HTMLAttributes } from "react";

/** React 18 knows no properties and no events of an element: `cancuoc/react` sets them. */
type ReactElements = {
  [Tag in keyof Elements]: Omit<HTMLAttributes<Elements[Tag]["element"]>, keyof Elements[Tag]["properties"]> &
    ClassAttributes<Elements[Tag]["element"]> &
    Elements[Tag]["properties"] &
    Lower<Elements[Tag]["events"]> & { class?: string };
};

// @ts-ignore: React is not everywhere
declare module "react" {
  namespace JSX {
    interface IntrinsicElements extends ReactElements {}
  }
}

type VueElements = {
  [Tag in keyof Elements]: new () => {
    $props: Elements[Tag]["properties"] &
      Camel<Elements[Tag]["events"]> & { class?: unknown; style?: unknown; id?: string };
  };
};

// @ts-ignore: Vue is not everywhere
declare module "vue" {
  interface GlobalComponents extends VueElements {}
}

type SvelteElements = {
  [Tag in keyof Elements]: Elements[Tag]["properties"] &
    Lower<Elements[Tag]["events"]> &
    Colon<Elements[Tag]["events"]> & { class?: string; id?: string; slot?: string };
};

// @ts-ignore: Svelte is not everywhere
declare module "svelte/elements" {
  interface SvelteHTMLElements extends SvelteElements {}
}
