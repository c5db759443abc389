/** An input block: label, optional mark, the element, its hint or what is wrong with it. */
import { useId } from "react";
import { useReader } from "../shared/reader.tsx";
import { ElementView } from "./element.tsx";
import type { InputBlock } from "./shapes.ts";
import { useSurface } from "./surface.tsx";
import { InputContext } from "./use-input.ts";

export function InputView({ block, blockId }: { block: InputBlock; blockId: string | undefined }) {
  const { words } = useReader();
  const { errors } = useSurface();
  const id = useId();
  const error = errors[blockId ?? ""] ?? errors[block.element.action_id ?? ""];
  return (
    <fieldset className={error === undefined ? "b-input" : "b-input wrong"} aria-describedby={id}>
      <span className="b-label">
        {block.label.text}
        {block.optional === true && <small> ({words.optional})</small>}
      </span>
      <InputContext value={{ dispatches: block.dispatch_action === true }}>
        <ElementView element={block.element} blockId={blockId} label={block.label.text} />
      </InputContext>
      <p id={id} className={error === undefined ? "b-hint" : "b-error"} role={error && "alert"}>
        {error ?? block.hint?.text}
      </p>
    </fieldset>
  );
}
