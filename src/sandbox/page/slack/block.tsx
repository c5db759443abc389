/** One block of Block Kit. */
import type { ReactNode } from "react";
import { Each } from "../shared/each.tsx";
import { Markdown } from "../shared/markdown.tsx";
import { Unknown } from "../shared/placeholders.tsx";
import { useReader } from "../shared/reader.tsx";
import { CardView, Carousel, Container } from "./composite.tsx";
import { ElementView } from "./element.tsx";
import { InputView } from "./input.tsx";
import { FileBlock, PictureView, Video } from "./media.tsx";
import { TextView } from "./mrkdwn.tsx";
import { Plan, Task } from "./plan.tsx";
import { RichText } from "./rich-text.tsx";
import type { Block, Element, Picture, Text } from "./shapes.ts";
import { ChartBlock, DataTable, Table } from "./table.tsx";

export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      <Each items={blocks}>{(block) => <BlockView block={block} />}</Each>
    </div>
  );
}

function BlockView({ block }: { block: Block }): ReactNode {
  const { people } = useReader();
  switch (block.type) {
    case "header":
      return (
        <h4 className="b-header">
          <TextView text={block.text} />
        </h4>
      );
    case "section":
      return <Section block={block} />;
    case "divider":
      return <hr />;
    case "context":
      return <Context elements={block.elements} />;
    case "actions":
    case "context_actions":
      return (
        <div className="b-actions">
          <Each items={block.elements}>
            {(element) => <ElementView element={element} blockId={block.block_id} />}
          </Each>
        </div>
      );
    case "image":
      return (
        <figure className="b-image">
          {block.title !== undefined && <figcaption>{block.title.text}</figcaption>}
          <PictureView picture={block} />
        </figure>
      );
    case "input":
      return <InputView block={block} blockId={block.block_id} />;
    case "rich_text":
      return (
        <div className="b-rich">
          <RichText nodes={block.elements} />
        </div>
      );
    case "markdown":
      return <Markdown text={block.text} nameOf={(id) => people.find((one) => one.id === id)?.name ?? id} />;
    case "table":
      return <Table rows={block.rows} settings={block.column_settings ?? []} />;
    case "data_table":
      return <DataTable rows={block.rows} caption={block.caption} pageSize={block.page_size ?? 5} />;
    case "data_visualization":
      return <ChartBlock title={block.title} chart={block.chart} />;
    case "container":
      return <Container block={block} />;
    case "card":
      return <CardView card={block} blockId={block.block_id} />;
    case "video":
      return <Video video={block} />;
    case "file":
      return <FileBlock file={block} />;
    case "carousel":
      return <Carousel cards={block.elements} />;
    case "alert":
      return (
        <div className={`b-alert ${block.level ?? "default"}`} role="note">
          <TextView text={block.text} />
        </div>
      );
    case "plan":
      return <Plan title={block.title} tasks={block.tasks ?? []} />;
    case "task_card":
      return <Task task={block} />;
    default:
      return <Unknown type={(block as { type: string }).type} />;
  }
}

function Section({ block }: { block: Extract<Block, { type: "section" }> }) {
  const { text, fields, accessory } = block;
  return (
    <div className="b-section">
      <div className="b-section-main">
        {text !== undefined && (
          <div>
            <TextView text={text} />
          </div>
        )}
        {fields !== undefined && (
          <div className="b-fields">
            <Each items={fields}>
              {(field) => (
                <div>
                  <TextView text={field} />
                </div>
              )}
            </Each>
          </div>
        )}
      </div>
      {accessory !== undefined && (
        <div className="b-accessory">
          {isPicture(accessory) ? (
            <PictureView picture={accessory} />
          ) : (
            <ElementView element={accessory} blockId={block.block_id} />
          )}
        </div>
      )}
    </div>
  );
}

function Context({ elements }: { elements: readonly (Text | Picture)[] }) {
  return (
    <div className="b-context">
      <Each items={elements}>
        {(element) =>
          element.type === "image" ? (
            <PictureView picture={element} />
          ) : (
            <span>
              <TextView text={element} />
            </span>
          )
        }
      </Each>
    </div>
  );
}

const isPicture = (accessory: Element | Picture): accessory is Picture => accessory.type === "image";
