/** "Try this": the main job in seven steps, each with buttons that do or prepare it. */
import type { StepAction } from "./guide-steps.ts";
import { guideSteps } from "./guide-steps.ts";

export function Guide(props: {
  chinese: boolean;
  slot: string;
  title: string;
  onAction: (action: StepAction) => void;
}) {
  const language = props.chinese ? "zh" : "en";
  return (
    <section className="guide" aria-label={props.title}>
      <ol>
        {guideSteps(props.slot).map((step, index) => (
          <li key={step.title.en}>
            <span className="step-number" aria-hidden="true">
              {index + 1}
            </span>
            <div>
              <p>{step.title[language]}</p>
              {step.actions.map((action) => {
                const label = typeof action.label === "string" ? action.label : action.label[language];
                return (
                  <button key={label} type="button" onClick={() => props.onAction(action)}>
                    {label}
                  </button>
                );
              })}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
