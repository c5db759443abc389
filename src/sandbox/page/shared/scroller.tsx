/** A log that stays at its newest entry unless the person scrolled up; what comes in is read aloud. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Words } from "../words/words.ts";
import { Icon } from "./icons.tsx";

const NEAR = 120;

export function Scroller(props: {
  label: string;
  loaded: boolean;
  /** how many entries there are */
  entries: number;
  words: Words;
  children: ReactNode;
}) {
  const { words, entries } = props;
  const element = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const pinned = useRef(true);
  const lastTop = useRef(0);
  /** how many entries there were when the person went up; undefined at the newest entry */
  const [left, setLeft] = useState<number>();

  useEffect(() => {
    const box = element.current;
    if (box === null || content.current === null) return;
    const grown = new ResizeObserver(() => {
      if (pinned.current) box.scrollTop = box.scrollHeight;
    });
    grown.observe(content.current);
    grown.observe(box);
    return () => grown.disconnect();
  }, []);

  const toLatest = () => {
    pinned.current = true;
    setLeft(undefined);
    element.current?.scrollTo({ top: element.current.scrollHeight });
  };
  const below = left === undefined ? 0 : entries - left;
  return (
    <div className="scroller-frame">
      <div
        ref={element}
        className="scroller"
        role="log"
        // what was there when the room opened is no news
        aria-live={props.loaded ? "polite" : "off"}
        aria-label={props.label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={(event) => {
          const box = event.currentTarget;
          const near = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
          // a card that grew after we scrolled is no sign that the person went up
          const wentUp = box.scrollTop < lastTop.current;
          pinned.current = near || (pinned.current && !wentUp);
          lastTop.current = box.scrollTop;
          setLeft((old) => (pinned.current ? undefined : (old ?? entries)));
        }}
      >
        <div ref={content} className="scroller-content">
          {props.children}
        </div>
      </div>
      {left !== undefined && (
        <button type="button" className="to-latest" onClick={toLatest}>
          <Icon name="arrow" size={14} />
          {below > 0 ? words.newBelow(below) : words.toLatest}
        </button>
      )}
    </div>
  );
}
