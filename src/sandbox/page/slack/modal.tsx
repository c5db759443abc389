/** The modal on top: its blocks, what was entered, its errors, submit and close. */
import { type SyntheticEvent, useEffect, useMemo, useState } from "react";
import { act } from "../shared/api.ts";
import { Avatar } from "../shared/avatar.tsx";
import { Dialog } from "../shared/dialog.tsx";
import { Icon } from "../shared/icons.tsx";
import { useLive } from "../shared/live.ts";
import { useReader } from "../shared/reader.tsx";
import { BOT_NAME } from "./author.ts";
import { Blocks } from "./block.tsx";
import type { Block, View } from "./shapes.ts";
import { type Surface, SurfaceContext } from "./surface.tsx";

export function ModalLayer() {
  const { person } = useReader();
  const { data } = useLive<{ view: View | null }>(
    `/slack/view?user=${encodeURIComponent(person.id)}`,
    (event) => event.platform === "slack" && event.type === "view" && event["user"] === person.id,
  );
  const view = data?.view ?? undefined;
  return view === undefined ? null : <Modal key={view.id} view={view} />;
}

function Modal({ view }: { view: View }) {
  const { person, words, run } = useReader();
  const [entered, setEntered] = useState<Record<string, unknown>>({});
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const surface = useMemo<Surface>(
    () => ({
      click: (blockId, actionId, value) =>
        run(() =>
          act("/slack/click", {
            user: person.id,
            view_id: view.id,
            action_id: actionId,
            block_id: blockId,
            value,
          }),
        ),
      entered,
      enter: (actionId, value) => setEntered((old) => ({ ...old, [actionId]: value })),
      errors,
    }),
    [person.id, view.id, run, entered, errors],
  );
  useEffect(() => {
    if (Object.keys(errors).length > 0) focusWrong();
  }, [errors]);
  const close = () => run(() => act("/slack/close", { user: person.id, view_id: view.id }));
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setBusy(true);
    setErrors({});
    setProblem(undefined);
    const values = valuesOf(view.blocks, entered);
    act("/slack/submit", { user: person.id, view_id: view.id, values })
      .then((answer) => setErrors(answer.errors ?? {}))
      .catch((error: Error) => setProblem(error.message))
      .finally(() => setBusy(false));
  };
  const title = view.title?.text ?? "";
  return (
    <Dialog label={title} className="slack-modal" onClose={close}>
      <form onSubmit={submit} noValidate>
        <header className="modal-head">
          <Avatar name={BOT_NAME} app size={28} />
          <h2>{title}</h2>
          <button type="button" className="icon" aria-label={words.close} onClick={close}>
            <Icon name="close" size={20} />
          </button>
        </header>
        <div className="modal-body">
          <SurfaceContext value={surface}>
            <Blocks blocks={view.blocks} />
          </SurfaceContext>
        </div>
        {problem !== undefined && (
          <p className="b-error modal-problem" role="alert">
            {problem}
          </p>
        )}
        <footer className="row end modal-foot">
          <button type="button" className="btn" onClick={close}>
            {view.close?.text ?? words.cancel}
          </button>
          {(view.submit ?? undefined) !== undefined && (
            <button type="submit" className="btn primary" disabled={busy} aria-busy={busy}>
              {view.submit?.text ?? words.submit}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
}

/** The first field with an error is where the person goes on. */
function focusWrong(): void {
  document.querySelector<HTMLElement>(".slack-modal .wrong :is(input, textarea, select, button)")?.focus();
}

/** What was entered in the inputs that the view still has. */
function valuesOf(blocks: readonly Block[], entered: Record<string, unknown>): Record<string, unknown> {
  const inputs = blocks.flatMap((block) => (block.type === "input" ? [block.element.action_id ?? ""] : []));
  return Object.fromEntries(Object.entries(entered).filter(([actionId]) => inputs.includes(actionId)));
}
