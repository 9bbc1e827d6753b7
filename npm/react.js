"use client";
// @ts-ignore: React is the host's
import { createElement, forwardRef, useEffect, useImperativeHandle, useRef } from "react";

// React 18 sets no properties and hears no events of an element, and no React hears those of one that a server has
// rendered: here both are done by hand. The element's script comes once the page stands.

/**
 * @param {string} tag
 * @param {() => Promise<unknown>} load registers it
 * @param {readonly string[]} properties that are no attributes
 * @param {readonly string[]} events
 */
function wrap(tag, load, properties, events) {
  const listeners = new Map(events.map((type) => [`on${type[0]?.toUpperCase()}${type.slice(1)}`, type]));
  return forwardRef((/** @type {Record<string, any>} */ props, /** @type {any} */ outer) => {
    const inner = useRef(/** @type {any} */ (null));
    const latest = useRef(props);
    useImperativeHandle(outer, () => inner.current);
    useEffect(() => {
      latest.current = props;
      for (const name of properties) if (name in props) inner.current[name] = props[name];
    });
    useEffect(() => {
      const element = inner.current;
      const heard = [...listeners].map(([name, type]) => {
        const listener = (/** @type {Event} */ event) => latest.current[name]?.(event);
        element.addEventListener(type, listener);
        return () => element.removeEventListener(type, listener);
      });
      void load();
      return () => heard.forEach((stop) => stop());
    }, []);
    const attributes = Object.entries(props)
      .filter(([name]) => !properties.includes(name) && !listeners.has(name) && name !== "className")
      .map(([name, value]) => [kebab(name), value === true ? "" : value === false ? undefined : value]);
    return createElement(tag, {
      ...Object.fromEntries(attributes),
      ...(props.className ? { class: props.className } : {}),
      ref: inner,
      suppressHydrationWarning: true,
    });
  });
}

/** `minAssurance` as the attribute is called; `aria-…`, `data-…` and `children` stay. @param {string} name */
function kebab(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const form = () => import("./widget/form.js");
const all = () => import("./widget/index.js");

export const CanCuocForm = wrap(
  "cancuoc-form",
  form,
  ["answers", "account", "preset", "about"],
  ["reading", "identity", "change", "step", "beforeseal", "sealed", "submit", "error"],
);
export const CanCuocScan = wrap("cancuoc-scan", all, [], ["reading", "error"]);
export const CanCuocAddress = wrap("cancuoc-address", all, ["value"], ["input", "change"]);
export const CanCuocView = wrap("cancuoc-view", all, ["application"], ["checked", "error"]);
