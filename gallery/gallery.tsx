/** Every card on one page: templates at the side, each sample in both clients, switches for language, form and light. */

import { samples } from "virtual:samples";
import { useState } from "react";
import type { Sample } from "./drawings.ts";
import { LarkShown, SlackShown } from "./shown.tsx";

const LANGUAGES = { en: "English", "zh-CN": "中文" } as const;
const STYLES = { native: "Native", plain: "Plain" } as const;
const THEMES = { light: "Light", dark: "Dark" } as const;

/** So that a view can be linked to: `#vet-card?language=zh-CN&style=plain&theme=dark&only=1`. */
const asked = new URLSearchParams(window.location.hash.split("?")[1] ?? "");
const only = asked.get("only") === null ? undefined : window.location.hash.slice(1).split("?")[0];

const choiceIn = <T extends string>(choices: Record<T, string>, wanted: string | null, usual: T): T =>
  wanted !== null && wanted in choices ? (wanted as T) : usual;

export function Gallery() {
  const [language, setLanguage] = useState(choiceIn(LANGUAGES, asked.get("language"), "en"));
  const [style, setStyle] = useState(choiceIn(STYLES, asked.get("style"), "native"));
  const [theme, setTheme] = useState(choiceIn(THEMES, asked.get("theme"), "light"));
  document.documentElement.dataset["theme"] = theme;
  const templates = [...new Set(samples.map(({ template }) => template))];
  return (
    <div className="gallery">
      <nav aria-label="Templates">
        <h1>Every card</h1>
        <Switch name="Language" choices={LANGUAGES} chosen={language} choose={setLanguage} />
        <Switch name="Form" choices={STYLES} chosen={style} choose={setStyle} />
        <Switch name="Light" choices={THEMES} chosen={theme} choose={setTheme} />
        <ul>
          {templates.map((template) => (
            <li key={template}>
              <a href={`#${template}`}>{template}</a>
              <span>{samples.filter((one) => one.template === template).length}</span>
            </li>
          ))}
        </ul>
      </nav>
      <main>
        {templates
          .filter((template) => only === undefined || template === only)
          .map((template) => (
            <section key={template} id={template}>
              <h2>{template}</h2>
              {samples
                .filter((one) => one.template === template)
                .map((sample) => (
                  <Shown key={sample.name} sample={sample} language={language} style={style} />
                ))}
            </section>
          ))}
      </main>
    </div>
  );
}

function Shown({ sample, language, style }: { sample: Sample; language: string; style: string }) {
  const drawing = sample.drawings.find((one) => one.language === language && one.style === style);
  if (drawing === undefined) return null;
  return (
    <article className="sample">
      <h3>{sample.name}</h3>
      <div className="both">
        <figure>
          <figcaption>Slack</figcaption>
          <SlackShown blocks={drawing.slack} language={language} />
        </figure>
        <figure>
          <figcaption>Lark</figcaption>
          <LarkShown card={drawing.lark} language={language} />
        </figure>
      </div>
    </article>
  );
}

function Switch<T extends string>(props: {
  name: string;
  choices: Record<T, string>;
  chosen: T;
  choose: (choice: T) => void;
}) {
  const choices = Object.entries(props.choices) as [T, string][];
  return (
    <fieldset>
      <legend>{props.name}</legend>
      {choices.map(([choice, label]) => (
        <label key={choice}>
          <input
            type="radio"
            name={props.name}
            checked={choice === props.chosen}
            onChange={() => props.choose(choice)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
