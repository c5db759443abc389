/** The tour: one line a step, a button that does it, and ways on, back and out; everything else stays free to use. */
import { useEffect, useRef } from "react";
import { Icon } from "../shared/icons.tsx";
import type { Words } from "../words/words.ts";
import type { Step } from "./steps.ts";
import { useSpot } from "./use-spot.ts";
import type { Tour as Standing } from "./use-tour.ts";
import "./tour.css";

const INTRO = {
  en: {
    title: "Two apps, one state",
    text: "On the left the brand's Slack, on the right the agency's Lark. See the main job in two minutes, or just try things.",
  },
  zh: {
    title: "两个应用，同一份进度",
    text: "左边是品牌方的 Slack，右边是代理商的飞书。两分钟走完主流程，也可以随便试。",
  },
};
const END = {
  en: {
    title: "That was the main job",
    text: "Now break it: order a fault, drop a list of your own, or become somebody else on either side.",
  },
  zh: {
    title: "主流程走完了",
    text: "接着试试：安排一个故障、拖入自己的名单，或在任意一侧换个身份。",
  },
};

export function Tour(props: {
  tour: Standing;
  steps: readonly Step[];
  chinese: boolean;
  words: Words;
  onDo: (step: Step) => void;
  onClose: () => void;
}) {
  const { tour, steps, words, onDo } = props;
  const { at, step, progress, goTo } = tour;
  const language = props.chinese ? "zh" : "en";
  const main = useRef<HTMLButtonElement>(null);
  const done = progress === "done";
  useSpot(step, progress);
  // whoever walks by keyboard finds the way on under their fingers, unless they are at work elsewhere
  useEffect(() => {
    const elsewhere = document.activeElement?.closest(".pane, dialog, .menu");
    if (done && (elsewhere === null || elsewhere === undefined)) main.current?.focus();
  }, [done]);

  const said =
    step === undefined
      ? (at < 0 ? INTRO : END)[language]
      : { title: step.title[language], text: (done ? step.look : step.about)[language] };
  const press = () => {
    if (step === undefined) goTo(0);
    else if (done) goTo(at + 1);
    else onDo(step);
  };
  const label =
    step === undefined
      ? at < 0
        ? words.tourStart
        : words.tourAgain
      : done
        ? words.tourNext
        : progress === "working"
          ? words.tourWorking
          : step.go[language];
  return (
    <section className="tour" aria-label={words.tour} data-progress={step === undefined ? "todo" : progress}>
      <ol className="tour-dots">
        {steps.map((one, index) => (
          <li key={one.title.en}>
            <button
              type="button"
              aria-label={`${words.tourStep(index + 1, steps.length)}: ${one.title[language]}`}
              title={one.title[language]}
              aria-current={index === at ? "step" : undefined}
              data-past={index < at || (index === at && done)}
              onClick={() => goTo(index)}
            />
          </li>
        ))}
      </ol>
      <div className="tour-said" aria-live="polite">
        <h2>
          {step !== undefined && <small>{words.tourStep(at + 1, steps.length)}</small>}
          {said.title}
          {done && (
            <span className="tour-done">
              <Icon name="tick" size={14} /> {words.tourDone}
            </span>
          )}
        </h2>
        <p>{said.text}</p>
      </div>
      <div className="tour-buttons">
        {at > 0 && (
          <button type="button" className="btn plain" onClick={() => goTo(at - 1)}>
            {words.tourBack}
          </button>
        )}
        {step !== undefined && !done && (
          <button type="button" className="btn plain" onClick={() => goTo(at + 1)}>
            {words.tourSkip}
          </button>
        )}
        <button
          ref={main}
          type="button"
          className="btn primary"
          aria-busy={progress === "working"}
          disabled={progress === "working"}
          onClick={press}
        >
          {label}
        </button>
        <button
          type="button"
          className="icon"
          aria-label={words.tourClose}
          title={words.tourClose}
          onClick={props.onClose}
        >
          <Icon name="close" />
        </button>
      </div>
    </section>
  );
}
