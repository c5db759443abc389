/** A card's button: a click to the bot, a link, or the submission of its form. */
import { useState } from "react";
import { Confirm } from "../shared/confirm.tsx";
import { useReader } from "../shared/reader.tsx";
import { useCard } from "./card-context.ts";
import type { ButtonElement } from "./shapes.ts";
import { TextView } from "./text.tsx";

export function LarkButton({ button }: { button: ButtonElement }) {
  const { click, form } = useCard();
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const label = button.text?.content ?? "";
  const name = button.name ?? button.element_id ?? label;
  const className = `btn ${button.type ?? "default"} ${button.width === "fill" ? "wide" : ""}`;
  const link = button.behaviors?.find((one) => one.type === "open_url")?.default_url;
  const calls = button.behaviors?.some((one) => one.type === "callback") === true;
  if (link !== undefined && !calls && form === undefined)
    return (
      <a className={className} href={link} target="_blank" rel="noreferrer">
        {label}
      </a>
    );
  const send = () => {
    if (button.form_action_type === "reset") form?.reset();
    else if (button.form_action_type === "submit" && form !== undefined) form.submit(name);
    else click(name, {});
  };
  const { confirm } = button;
  return (
    <>
      <button
        type="button"
        className={className}
        disabled={button.disabled}
        onClick={() => (confirm === undefined ? send() : setAsking(true))}
      >
        {label}
      </button>
      {asking && confirm !== undefined && (
        <Confirm
          question={{
            title: confirm.title.content,
            text: <TextView text={confirm.text} />,
            yes: words.confirm,
            no: words.cancel,
            danger: button.type?.startsWith("danger") === true,
          }}
          onAnswer={(yes) => {
            setAsking(false);
            if (yes) send();
          }}
        />
      )}
    </>
  );
}
