/** Takes files that are dropped anywhere on a room. */
import { type ReactNode, useEffect, useRef, useState } from "react";

export function DropZone(props: { hint: string; onFiles: (files: File[]) => void; children: ReactNode }) {
  const [over, setOver] = useState(false);
  const zone = useRef<HTMLDivElement>(null);
  const take = useRef(props.onFiles);
  useEffect(() => {
    take.current = props.onFiles;
  });
  useEffect(() => {
    const element = zone.current;
    if (element === null) return;
    return listenForFiles(element, setOver, (files) => take.current(files));
  }, []);
  return (
    <div ref={zone} className="drop-zone">
      {props.children}
      {over && <p className="drop-hint">{props.hint}</p>}
    </div>
  );
}

function listenForFiles(
  element: HTMLElement,
  setOver: (over: boolean) => void,
  take: (files: File[]) => void,
): () => void {
  const control = new AbortController();
  const { signal } = control;
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") === true;
  element.addEventListener(
    "dragover",
    (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    },
    { signal },
  );
  element.addEventListener(
    "dragleave",
    (event) => {
      if (!element.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    { signal },
  );
  element.addEventListener(
    "drop",
    (event) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      take([...(event.dataTransfer?.files ?? [])]);
    },
    { signal },
  );
  return () => control.abort();
}
