/** Blocks that hold others: containers, cards and carousels. */
import { Each } from "../shared/each.tsx";
import { useReader } from "../shared/reader.tsx";
import { Blocks } from "./block.tsx";
import { ElementView } from "./element.tsx";
import { PictureView } from "./media.tsx";
import { TextView } from "./mrkdwn.tsx";
import { RichText } from "./rich-text.tsx";
import type { CardBlock, ContainerBlock } from "./shapes.ts";

export function Container({ block }: { block: ContainerBlock }) {
  const title = (
    <>
      {block.icon !== undefined && <PictureView picture={block.icon} />}
      <span>
        {block.rich_text_title !== undefined ? (
          <RichText nodes={block.rich_text_title.elements} />
        ) : (
          block.title !== undefined && (
            <b>
              <TextView text={block.title} />
            </b>
          )
        )}
        {block.subtitle !== undefined && (
          <span className="quiet b-subtitle">
            <TextView text={block.subtitle} />
          </span>
        )}
      </span>
    </>
  );
  if (block.is_collapsible !== true)
    return (
      <section className="b-box">
        <div className="b-box-title">{title}</div>
        <Blocks blocks={block.child_blocks} />
      </section>
    );
  return (
    <details className="b-box fold" open={block.default_collapsed !== true}>
      <summary>{title}</summary>
      <Blocks blocks={block.child_blocks} />
    </details>
  );
}

export function CardView({ card, blockId }: { card: CardBlock; blockId?: string | undefined }) {
  return (
    <article className="b-card" aria-label={card.title?.text}>
      {card.hero_image !== undefined && (
        <div className="b-hero">
          <PictureView picture={card.hero_image} />
        </div>
      )}
      <div className="b-card-body">
        <div className="b-card-title">
          {card.icon !== undefined && <PictureView picture={card.icon} />}
          <span>
            {card.title !== undefined && (
              <b>
                <TextView text={card.title} />
              </b>
            )}
            {card.subtitle !== undefined && (
              <span className="quiet b-subtitle">
                <TextView text={card.subtitle} />
              </span>
            )}
          </span>
        </div>
        {card.body !== undefined && (
          <div>
            <TextView text={card.body} />
          </div>
        )}
        {card.actions !== undefined && (
          <div className="b-actions">
            <Each items={card.actions}>
              {(element) => <ElementView element={element} blockId={blockId} />}
            </Each>
          </div>
        )}
      </div>
    </article>
  );
}

export function Carousel({ cards }: { cards: readonly (CardBlock & { block_id?: string })[] }) {
  const { words } = useReader();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className="b-carousel" tabIndex={0} aria-label={words.rows(cards.length)}>
      <Each items={cards}>{(card) => <CardView card={card} blockId={card.block_id} />}</Each>
    </section>
  );
}
