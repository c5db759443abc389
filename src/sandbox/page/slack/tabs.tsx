/** Tabs under the head of a private chat; the arrow keys move between them. */

export function Tabs<T extends string>(props: {
  name: string;
  tabs: readonly T[];
  chosen: T;
  labelOf: (tab: T) => string;
  onChoose: (tab: T) => void;
}) {
  const { tabs, chosen } = props;
  return (
    <div className="tabs" role="tablist" aria-label={props.name}>
      {tabs.map((tab, index) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={tab === chosen}
          tabIndex={tab === chosen ? 0 : -1}
          onClick={() => props.onChoose(tab)}
          onKeyDown={(event) => {
            const step = event.key === "ArrowRight" ? 1 : event.key === "ArrowLeft" ? -1 : 0;
            const next = tabs[(index + step + tabs.length) % tabs.length];
            if (step === 0 || next === undefined) return;
            props.onChoose(next);
            const others = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role="tab"]');
            others?.[tabs.indexOf(next)]?.focus();
          }}
        >
          {props.labelOf(tab)}
        </button>
      ))}
    </div>
  );
}
