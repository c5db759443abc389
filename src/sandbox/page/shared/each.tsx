/** Draws a list whose items have no id of their own: their place is their identity. */
import { createElement, Fragment, type ReactNode } from "react";

export function Each<T>({
  items,
  children,
}: {
  items: readonly T[];
  children: (item: T, index: number) => ReactNode;
}) {
  return createElement(Fragment, null, ...items.map(children));
}
