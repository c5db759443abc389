/** A workflow's steps: each with its state, and details that fold. */
import { Each } from "../shared/each.tsx";
import { Icon } from "../shared/icons.tsx";
import { Link } from "../shared/markdown-inline.tsx";
import { useReader } from "../shared/reader.tsx";
import { RichText } from "./rich-text.tsx";
import type { TaskCard } from "./shapes.ts";

export function Plan({ title, tasks }: { title: string; tasks: readonly TaskCard[] }) {
  const done = tasks.filter((task) => task.status === "complete").length;
  return (
    <section className="b-box b-plan" aria-label={title}>
      <header>
        <b>{title}</b>
        {tasks.length > 0 && (
          <span className="quiet">
            {done} / {tasks.length}
          </span>
        )}
      </header>
      <div className="b-bar" aria-hidden="true">
        <span style={{ width: `${(done / Math.max(1, tasks.length)) * 100}%` }} />
      </div>
      <Each items={tasks}>{(task) => <Task task={task} />}</Each>
    </section>
  );
}

export function Task({ task }: { task: TaskCard }) {
  const { words } = useReader();
  const more = task.details ?? task.output ?? task.sources;
  const title = (
    <>
      <span className="b-mark" data-status={task.status} role="img" aria-label={words.status[task.status]}>
        {task.status === "complete" && <Icon name="tick" size={12} />}
        {task.status === "error" && <Icon name="close" size={12} />}
      </span>
      {task.title}
    </>
  );
  if (more === undefined) return <p className="b-task">{title}</p>;
  return (
    <details className="b-task-more fold">
      <summary className="b-task">{title}</summary>
      <div className="b-task-body">
        {task.details !== undefined && <RichText nodes={task.details.elements} />}
        {task.output !== undefined && <RichText nodes={task.output.elements} />}
        <Each items={task.sources ?? []}>{(source) => <Link url={source.url}>{source.text}</Link>}</Each>
      </div>
    </details>
  );
}
