/** A button that opens a small panel; arrows move in it; Esc, a click elsewhere or a choice closes it. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { moveByArrows } from "./arrows.ts";

const ITEMS = '[role="menuitem"], [role="menuitemradio"]';

export function Menu(props: {
  label: ReactNode;
  /** what the button is called where its label does not say it */
  name?: string;
  className?: string;
  buttonClass?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const close = () => {
    setOpen(false);
    root.current?.querySelector("button")?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const items = root.current?.querySelectorAll<HTMLElement>(ITEMS);
    const checked = root.current?.querySelector<HTMLElement>('[aria-checked="true"]');
    (checked ?? items?.[0])?.focus();
    const onPointer = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the button and the entries inside
    <div
      ref={root}
      className={`menu ${props.className ?? ""}`}
      onKeyDown={(event) => {
        if (!open) return;
        if (event.key === "Escape") {
          event.preventDefault();
          event.stopPropagation();
          close();
        } else moveByArrows(event, ITEMS);
      }}
      onBlur={(event) => {
        const to = event.relatedTarget;
        if (open && to instanceof Node && !event.currentTarget.contains(to)) setOpen(false);
      }}
    >
      <button
        type="button"
        className={props.buttonClass ?? "menu-button"}
        aria-label={props.name}
        title={typeof props.label === "string" ? undefined : props.name}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open && <div className="menu-panel">{props.children(close)}</div>}
    </div>
  );
}

/** The entries of a menu that does something at once. */
export function MenuItems(props: {
  name: string;
  items: readonly { key: string; label: string; onChoose: () => void }[];
  close: () => void;
}) {
  return (
    <div role="menu" aria-label={props.name}>
      {props.items.map((item) => (
        <button
          key={item.key}
          type="button"
          role="menuitem"
          onClick={() => {
            props.close();
            item.onChoose();
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  );
}
