/** A button that opens a small panel; Esc, a click elsewhere or a choice closes it. */
import { type ReactNode, useEffect, useRef, useState } from "react";

export function Menu(props: {
  label: ReactNode;
  name: string;
  className?: string;
  children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setOpen(false);
      root.current?.querySelector("button")?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, [open]);
  return (
    <div ref={root} className={`menu ${props.className ?? ""}`}>
      <button
        type="button"
        className="menu-button"
        aria-label={props.name}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open && <div className="menu-panel">{props.children(() => setOpen(false))}</div>}
    </div>
  );
}
