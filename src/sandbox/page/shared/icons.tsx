/** The page's line icons; each is decoration beside a name that is read aloud. */

const PATHS = {
  arrow: "M12 5v14m0 0 6-6m-6 6-6-6",
  auto: "M12 4a8 8 0 1 0 0 16V4Z",
  bolt: "M13 3 5 14h6l-1 7 8-11h-6l1-7Z",
  bubble: "M4 5h16v11h-9l-4 4v-4H4z",
  clip: "m20 11-8.500 8.500a5 5 0 0 1-7-7L13 4a3.500 3.500 0 0 1 5 5l-8.500 8.500a2 2 0 0 1-3-3L14 7",
  close: "m6 6 12 12M18 6 6 18",
  dots: "M6 12h.01M12 12h.01M18 12h.01",
  down: "m7 10 5 5 5-5",
  download: "M12 4v11m0 0 5-5m-5 5-5-5M5 20h14",
  eye: "M2.500 12S6 5.500 12 5.500 21.500 12 21.500 12 18 18.500 12 18.500 2.500 12 2.500 12ZM12 14.500a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5Z",
  flag: "M5 21V4h13l-2.500 4.500L18 13H5",
  hash: "M5 9h15M4 15h15M10.500 4 8 20M16 4l-2.500 16",
  menu: "M4 7h16M4 12h16M4 17h16",
  moon: "M20 14.500A8.500 8.500 0 0 1 9.500 4 8.500 8.500 0 1 0 20 14.500Z",
  next: "M5 5v14l9-7L5 5Zm13 0v14",
  slash: "M15.500 4 8.500 20",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2M3 12h2m14 0h2M5.600 5.600 7 7m10 10 1.400 1.400m0-12.800L17 7M7 17l-1.400 1.400",
  tick: "m5 13 4.500 4.500L19 7",
  up: "M12 19V6m0 0 5 5m-5-5-5 5",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth={name === "dots" ? 2.6 : 1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
