/** What Lark accepts: every figure the bot's cards and calls obey, in one place. */
export const LIMITS = {
  /** bytes of a card as it travels: stringified, then quoted inside the request; 30 KB with room for the request's own fields */
  cardBytes: 29_500,
  /** objects with a `tag` in one card, texts and options among them */
  elements: 200,
  /** levels of nesting below the body */
  depth: 5,
  tables: 5,
  tableColumns: 50,
  tablePage: 10,
  charts: 5,
  /** a cell shows one line; the rest appears when a person points at it */
  cellText: 500,
  altText: 500,
  imageBytes: 10 * 1024 * 1024,
  buttonText: 100,
  placeholder: 100,
  inputText: 1_000,
  /** options of one select; more are typed by hand from a printed list, since each counts as an element */
  selectOptions: 60,
  elementId: 20,
  /** days after which a sent card can be neither changed nor clicked */
  cardDays: 14,
  fileBytes: 30 * 1024 * 1024,
  /** ids that work in `<at>`, `person_list` and as a receiver */
  openId: /^ou_[A-Za-z0-9_-]{1,64}$/,
} as const;
