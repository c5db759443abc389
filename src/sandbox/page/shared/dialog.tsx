/** A modal window: the browser keeps the focus inside, Esc closes it. */
import { type ReactNode, useEffect, useRef } from "react";

export function Dialog(props: {
  label: string;
  className: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog !== null && !dialog.open) dialog.showModal();
    dialog?.querySelector<HTMLElement>("input, textarea, select")?.focus();
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={element}
      className={`dialog ${props.className}`}
      aria-label={props.label}
      onCancel={(event) => {
        // on a page where nobody has done anything yet Esc closes at once, which the close tells
        if (!event.cancelable) return;
        // whoever opened it decides what closing means
        event.preventDefault();
        props.onClose();
      }}
      onClose={(event) => {
        // a second Esc closes it whatever was answered to the first
        if (!event.currentTarget.open) props.onClose();
      }}
    >
      {props.children}
    </dialog>
  );
}
