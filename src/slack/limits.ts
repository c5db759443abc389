/** What Slack accepts at most, counted in characters (as JavaScript counts them) or in items. */

export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** the notification text; chat.update takes no more */
  messageText: 4_000,
  id: 255,
  sectionText: 3_000,
  sectionFields: 10,
  fieldText: 2_000,
  headerText: 150,
  contextElements: 10,
  contextText: 2_000,
  actionsElements: 25,
  buttonText: 75,
  buttonValue: 2_000,
  url: 3_000,
  confirm: { title: 100, text: 300, confirm: 30, deny: 30 },
  view: { title: 24, submit: 24, close: 24, privateMetadata: 3_000 },
  input: { label: 2_000, hint: 2_000, placeholder: 150, initial: 3_000 },
  options: 100,
  optionText: 75,
  optionValue: 150,
  container: { children: 10, title: 150 },
  /** `rows` with the header; `characters` in all tables of a message together */
  table: { rows: 101, columns: 20, characters: 10_000, pageSize: 100, caption: 150 },
  chart: { perMessage: 2, title: 50, categories: 20, series: 6, segments: 6, label: 20 },
  plan: { title: 150, tasks: 50 },
  image: { alt: 2_000, title: 2_000 },
} as const;
