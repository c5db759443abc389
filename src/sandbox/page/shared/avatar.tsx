/** A person's initials on a colour of their own, or the seedling of the bot. */

export function Avatar({ name, app = false, size = 36 }: { name: string; app?: boolean; size?: number }) {
  const style = { width: size, height: size, fontSize: size * 0.38 };
  if (app)
    return (
      <span className="avatar avatar-app" style={style} aria-hidden="true">
        <Seedling />
      </span>
    );
  return (
    <span className="avatar" data-hue={hueOf(name)} style={style} aria-hidden="true">
      {size < 26 ? initialsOf(name).slice(0, 1) : initialsOf(name)}
    </span>
  );
}

export function Seedling() {
  return (
    <svg
      viewBox="0 0 24 24"
      width="64%"
      height="64%"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      aria-hidden="true"
    >
      <path d="M12 20v-8m0 0c0-4.500 3-6.500 7-6.500 0 4.500-3 6.500-7 6.500Zm0 3c0-3.500-2.500-5-6-5 0 3.500 2.500 5 6 5Z" />
    </svg>
  );
}

function initialsOf(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return name.slice(-2);
  const words = name.split(/\s+/);
  return ((words[0]?.[0] ?? "") + (words.length > 1 ? (words.at(-1)?.[0] ?? "") : "")).toUpperCase();
}

/** One of six colours, always the same for a name. */
function hueOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 131 + (letter.codePointAt(0) ?? 0)) % 997;
  return sum % 6;
}
