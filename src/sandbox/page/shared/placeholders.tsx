/** What stands where nothing is: yet to come, empty, or unknown. */
import type { ReactNode } from "react";
import { Avatar } from "./avatar.tsx";
import { Each } from "./each.tsx";
import { useReader } from "./reader.tsx";

export function Skeleton({ rows = 4 }: { rows?: number }) {
  const { words } = useReader();
  return (
    <div role="status">
      <span className="hidden">{words.loading}</span>
      <Each items={[...Array(rows).keys()]}>
        {() => (
          <div className="skeleton" aria-hidden="true">
            <span />
            <div>
              <i />
              <i />
            </div>
          </div>
        )}
      </Each>
    </div>
  );
}

export function Empty({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="empty">
      <Avatar name="Seedbed" app size={44} />
      <h3>{title}</h3>
      <p>{children}</p>
    </div>
  );
}

/** A type of block or element the page does not know: it says so and does no harm. */
export function Unknown({ type }: { type: string }) {
  const { words } = useReader();
  return (
    <p className="unknown">
      <span aria-hidden="true">◌</span> {words.unknown(type)}
    </p>
  );
}
