/// <reference path="./widget-frameworks.d.ts" />
// @ts-ignore: React is the host's
import type { ForwardRefExoticComponent, ReactNode, RefAttributes } from "react";
import type {
  AddressAttributes,
  FormAttributes,
  FormProperties,
  ScanAttributes,
  ViewAttributes,
  ViewProperties,
} from "./widget-frameworks.js";
import type {
  CanCuocAddress as AddressElement,
  CanCuocForm as FormElement,
  CanCuocFormEvents,
  CanCuocScan as ScanElement,
  CanCuocScanEvents,
  CanCuocView as ViewElement,
  CanCuocViewEvents,
} from "./widget.js";

type Kebab = "assets-base" | "min-assurance" | "draft-key" | "account-url";
type Named<Attributes> = Omit<Attributes, Kebab> & {
  assetsBase?: string;
  className?: string;
  id?: string;
  children?: ReactNode;
};
type Heard<Events> = { [K in keyof Events & string as `on${Capitalize<K>}`]?: (event: Events[K]) => void };
type Component<Element, Props> = ForwardRefExoticComponent<Props & RefAttributes<Element>>;

/**
 * The elements for React 18 and 19, also rendered by a server: properties and events as props (`account={…}`,
 * `onSealed={…}`), the element's script loaded once the page stands.
 */
export const CanCuocForm: Component<
  FormElement,
  Named<FormAttributes> &
    FormProperties & {
      minAssurance?: FormAttributes["min-assurance"];
      draftKey?: string;
      accountUrl?: string;
    } & Heard<CanCuocFormEvents>
>;
export const CanCuocScan: Component<ScanElement, Named<ScanAttributes> & Heard<CanCuocScanEvents>>;
export const CanCuocAddress: Component<
  AddressElement,
  Named<AddressAttributes> & Heard<{ input: Event; change: CustomEvent<AddressElement["unit"]> }>
>;
export const CanCuocView: Component<ViewElement, Named<ViewAttributes> & ViewProperties & Heard<CanCuocViewEvents>>;
