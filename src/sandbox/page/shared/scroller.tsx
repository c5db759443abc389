/** A log that stays at its newest entry unless the person scrolled up; what comes in is read aloud. */
import { type ReactNode, useEffect, useRef } from "react";

const NEAR = 120;

export function Scroller(props: { label: string; loaded: boolean; children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const lastTop = useRef(0);

  useEffect(() => {
    const box = element.current;
    if (box === null || content.current === null) return;
    const grown = new ResizeObserver(() => {
      if (pinned.current) box.scrollTop = box.scrollHeight;
    });
    grown.observe(content.current);
    return () => grown.disconnect();
  }, []);

  return (
    <div
      ref={element}
      className="scroller"
      role="log"
      // what was there when the room opened is no news
      aria-live={props.loaded ? "polite" : "off"}
      aria-label={props.label}
      onScroll={(event) => {
        const box = event.currentTarget;
        const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
        // a card that grew after we scrolled is no sign that the person went up
        const wentUp = box.scrollTop < lastTop.current;
        pinned.current = near || (pinned.current && !wentUp);
        lastTop.current = box.scrollTop;
      }}
    >
      <div ref={content} className="scroller-content">
        {props.children}
      </div>
    </div>
  );
}
