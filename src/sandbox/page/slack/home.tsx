/** The App Home: opening it tells the bot, what the bot publishes is read without telling it again. */
import { useMemo, useState } from "react";
import { act } from "../shared/api.ts";
import { useLive } from "../shared/live.ts";
import { Empty, Skeleton } from "../shared/placeholders.tsx";
import { useReader } from "../shared/reader.tsx";
import { Blocks } from "./block.tsx";
import type { View } from "./shapes.ts";
import { type Surface, SurfaceContext } from "./surface.tsx";
import { useOpenedHome } from "./use-opened-home.ts";

export function Home() {
  const { person, words, run } = useReader();
  const opened = useOpenedHome(person.id);
  const published = useLive<{ home: View | null }>(
    `/slack/home?user=${encodeURIComponent(person.id)}&open=false`,
    (event) => event.platform === "slack" && event.type === "home" && event["user"] === person.id,
  );
  const view = published.data?.home ?? opened.home ?? undefined;
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
  return (
    <section className="home" role="tabpanel" aria-label={words.home}>
      {view !== undefined ? (
        <SurfaceContext value={surface}>
          <Blocks blocks={view.blocks} />
        </SurfaceContext>
      ) : opened.error !== undefined ? (
        <p className="empty">{opened.error}</p>
      ) : opened.done ? (
        <Empty title={words.homeEmpty}>{words.homeEmptyHint}</Empty>
      ) : (
        <Skeleton rows={3} />
      )}
    </section>
  );
}
