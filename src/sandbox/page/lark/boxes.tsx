/** Elements of a card that hold others: columns, panels that fold, and boxes that can be pressed. */
import { Each } from "../shared/each.tsx";
import { useCard } from "./card-context.ts";
import { Elements } from "./element.tsx";
import type { BoxElement, ColumnSetElement, PanelElement } from "./shapes.ts";
import { TextView } from "./text.tsx";

export function ColumnSet({ set }: { set: ColumnSetElement }) {
  const flow = set.flex_mode === "flow";
  return (
    <div
      className={flow ? "columns flow" : "columns"}
      data-background={set.background_style}
      style={{ justifyContent: set.horizontal_align }}
    >
      <Each items={set.columns}>
        {(column) => (
          <div
            className="column"
            data-background={column.background_style}
            style={{
              justifyContent: column.vertical_align,
              flex: column.width === "auto" ? "0 0 auto" : `${column.weight ?? 1} 1 0`,
            }}
          >
            <Elements elements={column.elements ?? []} />
          </div>
        )}
      </Each>
    </div>
  );
}

export function Panel({ panel }: { panel: PanelElement }) {
  return (
    <details className="panel fold" open={panel.expanded === true}>
      <summary>{panel.header.title !== undefined && <TextView text={panel.header.title} />}</summary>
      <div className="panel-body">
        <Elements elements={panel.elements} />
      </div>
    </details>
  );
}

/** What stands in such a box may hold buttons of its own, so the box itself is no button to the keyboard. */
export function Box({ box }: { box: BoxElement }) {
  const { click } = useCard();
  const name = box.name ?? box.element_id;
  const calls = box.behaviors?.some((one) => one.type === "callback") === true && name !== undefined;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      className={calls ? "card-box pressable" : "card-box"}
      data-background={box.background_style}
      onClick={(event) => {
        const inner = (event.target as HTMLElement).closest("button, a, input, select, textarea, summary");
        if (calls && inner === null) click(name, {});
      }}
    >
      <Elements elements={box.elements} />
    </div>
  );
}
