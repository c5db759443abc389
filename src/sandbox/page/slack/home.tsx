/** The App Home: opening it tells the bot, what the bot publishes is read without telling it again. */
import { useMemo, useState } from "react";
import { act } from "../shared/api.ts";
import { useLive } from "../shared/live.ts";
import { useReader } from "../shared/reader.tsx";
import { Blocks } from "./block.tsx";
import type { View } from "./shapes.ts";
import { type Surface, SurfaceContext } from "./surface.tsx";

export function Home() {
  const { person, words, run } = useReader();
  const user = encodeURIComponent(person.id);
  const opened = useLive<{ home: View | null }>(`/slack/home?user=${user}`, () => false);
  const published = useLive<{ home: View | null }>(
    opened.data === undefined ? undefined : `/slack/home?user=${user}&open=false`,
    (event) => event.platform === "slack" && event.type === "home" && event["user"] === person.id,
  );
  const view = published.data?.home ?? opened.data?.home ?? undefined;
  const [entered, setEntered] = useState<Record<string, unknown>>({});
  const viewId = view?.id;
  const surface = useMemo<Surface>(
    () => ({
      click: (blockId, actionId, value) =>
        run(() =>
          act("/slack/click", {
            user: person.id,
            view_id: viewId,
            action_id: actionId,
            block_id: blockId,
            value,
          }),
        ),
      entered,
      enter: (actionId, value) => setEntered((old) => ({ ...old, [actionId]: value })),
      errors: {},
    }),
    [person.id, viewId, run, entered],
  );
  if (opened.error !== undefined) return <p className="empty">{opened.error}</p>;
  if (opened.data === undefined) return <p className="empty">{words.loading}</p>;
  if (view === undefined) return <p className="empty">{words.homeEmpty}</p>;
  return (
    <section className="home" aria-label={words.home}>
      <SurfaceContext value={surface}>
        <Blocks blocks={view.blocks} />
      </SurfaceContext>
    </section>
  );
}
