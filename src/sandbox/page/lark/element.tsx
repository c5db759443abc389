/** One element of Card JSON 2.0. */
import type { ReactNode } from "react";
import { fileUrl } from "../shared/api.ts";
import { Each } from "../shared/each.tsx";
import { Unknown } from "../shared/placeholders.tsx";
import { Box, ColumnSet, Panel } from "./boxes.tsx";
import { LarkButton } from "./button.tsx";
import { LarkChart } from "./chart.tsx";
import { Form } from "./form.tsx";
import { Checker, LarkInput, Overflow, PictureSelect } from "./inputs.tsx";
import { People } from "./people.tsx";
import type { Element } from "./shapes.ts";
import { LarkTable } from "./table.tsx";
import { LarkMarkdown, TextView } from "./text.tsx";

export function Elements({ elements }: { elements: readonly Element[] }) {
  return <Each items={elements}>{(element) => <ElementView element={element} />}</Each>;
}

function ElementView({ element }: { element: Element }): ReactNode {
  switch (element.tag) {
    case "markdown":
      return (
        <div className="md" data-size={element.text_size} style={{ textAlign: element.text_align }}>
          <LarkMarkdown text={element.content} />
        </div>
      );
    case "plain_text":
    case "lark_md":
      return <TextView text={element} />;
    case "div":
      return <Div element={element} />;
    case "hr":
      return <hr />;
    case "img":
      return (
        <figure className="card-image" data-size={element.size}>
          {element.title !== undefined && element.title.content !== "" && (
            <figcaption>{element.title.content}</figcaption>
          )}
          <img src={fileUrl(element.img_key)} alt={element.alt.content} loading="lazy" />
        </figure>
      );
    case "img_combination":
      return (
        <div className="card-images" data-mode={element.combination_mode}>
          <Each items={element.img_list}>
            {(image) => <img src={fileUrl(image.img_key)} alt="" loading="lazy" />}
          </Each>
        </div>
      );
    case "person":
      return <People ids={[element.user_id]} names={element.show_name !== false} />;
    case "person_list":
      return <People ids={element.persons.map((person) => person.id)} names={element.show_name !== false} />;
    case "column_set":
      return <ColumnSet set={element} />;
    case "collapsible_panel":
      return <Panel panel={element} />;
    case "interactive_container":
      return <Box box={element} />;
    case "table":
      return <LarkTable table={element} />;
    case "chart":
      return <LarkChart chart={element} />;
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
    case "select_img":
      return <PictureSelect select={element} />;
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
      return <Unknown type={(element as { tag: string }).tag} />;
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
