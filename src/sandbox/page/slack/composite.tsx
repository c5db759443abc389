/** Blocks that hold others: containers, cards, carousels and plans. */
import { Each } from "../shared/each.tsx";
import { Blocks } from "./block.tsx";
import { ElementView } from "./element.tsx";
import { TextView } from "./mrkdwn.tsx";
import { RichText } from "./rich-text.tsx";
import type { CardBlock, ContainerBlock, TaskCard } from "./shapes.ts";

export function Container({ block }: { block: ContainerBlock }) {
  const title = (
    <>
      {block.title !== undefined && (
        <b>
          <TextView text={block.title} />
        </b>
      )}
      {block.rich_text_title !== undefined && <RichText nodes={block.rich_text_title.elements} />}
      {block.subtitle !== undefined && (
        <span className="quiet">
          {" "}
          <TextView text={block.subtitle} />
        </span>
      )}
    </>
  );
  if (block.is_collapsible !== true)
    return (
      <section className="b-container">
        <div className="b-container-title">{title}</div>
        <Blocks blocks={block.child_blocks} />
      </section>
    );
  return (
    <details className="b-container" open={block.default_collapsed !== true}>
      <summary>{title}</summary>
      <Blocks blocks={block.child_blocks} />
    </details>
  );
}

export function CardView({ card, blockId }: { card: CardBlock; blockId?: string | undefined }) {
  return (
    <article className="b-card">
      {card.title !== undefined && (
        <b>
          <TextView text={card.title} />
        </b>
      )}
      {card.subtitle !== undefined && (
        <span className="quiet">
          <TextView text={card.subtitle} />
        </span>
      )}
      {card.body !== undefined && (
        <p>
          <TextView text={card.body} />
        </p>
      )}
      {card.actions !== undefined && (
        <div className="b-actions">
          <Each items={card.actions}>{(element) => <ElementView element={element} blockId={blockId} />}</Each>
        </div>
      )}
    </article>
  );
}

export function Carousel({ cards }: { cards: readonly (CardBlock & { block_id?: string })[] }) {
  return (
    <div className="b-carousel">
      <Each items={cards}>{(card) => <CardView card={card} blockId={card.block_id} />}</Each>
    </div>
  );
}

export function Plan({ title, tasks }: { title: string; tasks: readonly TaskCard[] }) {
  return (
    <section className="b-container">
      <b>{title}</b>
      <Each items={tasks}>{(task) => <Task task={task} />}</Each>
    </section>
  );
}

const MARKS = { pending: "○", in_progress: "◐", complete: "●", error: "✕" };

export function Task({ task }: { task: TaskCard }) {
  return (
    <p className={`b-task ${task.status}`}>
      <span role="img" aria-label={task.status}>
        {MARKS[task.status]}
      </span>{" "}
      {task.title}
    </p>
  );
}
