/** A Block Kit button: sends its action, opens its link, and asks first when it says so. */
import { useState } from "react";
import { Confirm } from "../shared/confirm.tsx";
import { Icon } from "../shared/icons.tsx";
import { useReader } from "../shared/reader.tsx";
import { TextView } from "./mrkdwn.tsx";
import type { Element } from "./shapes.ts";
import { useSurface } from "./surface.tsx";

export function ButtonElement({ element, blockId }: { element: Element; blockId: string | undefined }) {
  const { click } = useSurface();
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const label = element.text === undefined ? <Icon name="dots" /> : <TextView text={element.text} />;
  const className = `btn ${element.style ?? ""}`;
  const send = () => click(blockId, element.action_id, element.value);
  if (element.url !== undefined)
    return (
      <a className={className} href={element.url} target="_blank" rel="noreferrer" onClick={send}>
        {label}
      </a>
    );
  const { confirm } = element;
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={element.accessibility_label}
        onClick={() => (confirm === undefined ? send() : setAsking(true))}
      >
        {label}
      </button>
      {asking && confirm !== undefined && (
        <Confirm
          question={{
            title: confirm.title?.text ?? words.confirm,
            text: <TextView text={confirm.text} />,
            yes: confirm.confirm?.text ?? words.confirm,
            no: confirm.deny?.text ?? words.cancel,
            danger: confirm.style === "danger" || element.style === "danger",
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
