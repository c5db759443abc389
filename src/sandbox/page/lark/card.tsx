/** A Lark card: a coloured header over its elements. */
import { useMemo } from "react";
import { act } from "../shared/api.ts";
import { Each } from "../shared/each.tsx";
import { useReader } from "../shared/reader.tsx";
import { type CardActions, CardContext } from "./card-context.ts";
import { Elements } from "./element.tsx";
import type { Card } from "./shapes.ts";
import { TextView } from "./text.tsx";

export function CardView(props: {
  card: Card;
  messageId: string;
  onToast: (toast: { type?: string; content?: string }) => void;
}) {
  const { card, messageId, onToast } = props;
  const { person, run } = useReader();
  const actions = useMemo<CardActions>(
    () => ({
      click: (name, more) =>
        run(async () => {
          const answer = await act("/lark/click", { user: person.id, message_id: messageId, name, ...more });
          if (answer.toast !== undefined) onToast(answer.toast);
        }),
    }),
    [person.id, messageId, run, onToast],
  );
  const { header } = card;
  return (
    <div className="card" data-width={card.config?.width_mode}>
      {header !== undefined && (
        <header className="card-head" data-template={header.template ?? "default"}>
          <h4>
            <TextView text={header.title} />
          </h4>
          <Each items={header.text_tag_list ?? []}>
            {(tag) => (
              <span className="tag" data-color={tag.color ?? "blue"}>
                {tag.text.content}
              </span>
            )}
          </Each>
          {header.subtitle !== undefined && header.subtitle.content !== "" && (
            <p>
              <TextView text={header.subtitle} />
            </p>
          )}
        </header>
      )}
      <CardContext value={actions}>
        <div className="card-body">
          <Elements elements={card.body?.elements ?? []} />
        </div>
      </CardContext>
    </div>
  );
}
