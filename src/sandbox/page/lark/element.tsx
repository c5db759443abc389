/** One element of Card JSON 2.0. */
import type { ReactNode } from "react";
import { fileUrl } from "../shared/api.ts";
import { Avatar } from "../shared/avatar.tsx";
import { Each } from "../shared/each.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";
import { LarkButton } from "./button.tsx";
import { LarkChart } from "./chart.tsx";
import { Form } from "./form.tsx";
import { Checker, LarkInput, Overflow } from "./inputs.tsx";
import type { Column, Element, PanelElement } from "./shapes.ts";
import { LarkTable } from "./table.tsx";
import { LarkMarkdown, TextView } from "./text.tsx";

export function Elements({ elements }: { elements: readonly Element[] }) {
  return <Each items={elements}>{(element) => <ElementView element={element} />}</Each>;
}

function ElementView({ element }: { element: Element }): ReactNode {
  const { words } = useReader();
  switch (element.tag) {
    case "markdown":
      return (
        <div className="md" data-size={element.text_size} style={{ textAlign: element.text_align }}>
          <LarkMarkdown text={element.content} />
        </div>
      );
    case "plain_text":
      return <TextView text={element} />;
    case "div":
      return <Div element={element} />;
    case "hr":
      return <hr />;
    case "img":
      return (
        <figure className="card-image">
          {element.title !== undefined && <figcaption>{element.title.content}</figcaption>}
          <img src={fileUrl(element.img_key)} alt={element.alt.content} />
        </figure>
      );
    case "img_combination":
      return (
        <div className="card-images">
          <Each items={element.img_list}>{(image) => <img src={fileUrl(image.img_key)} alt="" />}</Each>
        </div>
      );
    case "person":
      return <People ids={[element.user_id]} />;
    case "person_list":
      return <People ids={element.persons.map((person) => person.id)} />;
    case "column_set":
      return (
        <ColumnSet
          columns={element.columns}
          flow={element.flex_mode === "flow"}
          background={element.background_style}
        />
      );
    case "collapsible_panel":
      return <Panel panel={element} />;
    case "interactive_container":
      return (
        <div className="card-box">
          <Elements elements={element.elements} />
        </div>
      );
    case "table":
      return <LarkTable table={element} />;
    case "chart":
      return <LarkChart spec={element.chart_spec} />;
    case "button":
      return <LarkButton button={element} />;
    case "form":
      return <Form form={element} />;
    case "overflow":
      return <Overflow name={element.name ?? ""} options={element.options ?? []} />;
    case "checker":
      return (
        <Checker
          name={element.name ?? ""}
          text={element.text?.content ?? ""}
          checked={element.checked ?? false}
        />
      );
    case "input":
    case "select_static":
    case "multi_select_static":
    case "select_person":
    case "multi_select_person":
    case "date_picker":
    case "picker_time":
    case "picker_datetime":
      return <LarkInput input={element} />;
    default:
      return <p className="quiet">{words.unknown((element as { tag: string }).tag)}</p>;
  }
}

function Div({ element }: { element: Extract<Element, { tag: "div" }> }) {
  return (
    <div>
      {element.text !== undefined && <TextView text={element.text} />}
      {element.fields !== undefined && (
        <div className="fields">
          <Each items={element.fields}>
            {(field) => (
              <div className={field.is_short === true ? "short" : "long"}>
                <TextView text={field.text} />
              </div>
            )}
          </Each>
        </div>
      )}
    </div>
  );
}

function ColumnSet(props: { columns: readonly Column[]; flow: boolean; background: string | undefined }) {
  return (
    <div className={props.flow ? "columns flow" : "columns"} data-background={props.background}>
      <Each items={props.columns}>
        {(column) => (
          <div
            className="column"
            data-background={column.background_style}
            style={column.width === "auto" ? { flex: "0 0 auto" } : { flex: `${column.weight ?? 1} 1 0` }}
          >
            <Elements elements={column.elements ?? []} />
          </div>
        )}
      </Each>
    </div>
  );
}

function Panel({ panel }: { panel: PanelElement }) {
  return (
    <details className="panel" open={panel.expanded === true}>
      <summary>{panel.header.title !== undefined && <TextView text={panel.header.title} />}</summary>
      <div className="panel-body">
        <Elements elements={panel.elements} />
      </div>
    </details>
  );
}

function People({ ids }: { ids: readonly string[] }) {
  const { people } = useReader();
  const known = people.filter((person) => ids.includes(person.id));
  return (
    <ul className="people">
      {known.map((person) => (
        <li key={person.id}>
          <Avatar name={displayName(person)} size={22} /> {displayName(person)}
        </li>
      ))}
    </ul>
  );
}
