/** The words about one creator, in every language alike. */
import type { FactName } from "../../domain/creator-facts.ts";
import type { NoteFormat } from "../../domain/price.ts";

export interface CreatorMessages {
  summaries: {
    show: string;
    contact: string;
    exclusive: string;
    exclusiveEnd: string;
    handover: string;
    forget: string;
    numbers: string;
  };
  fields: {
    creator: string;
    name: string;
    mcn: string;
    brand: string;
    category: string;
    from: string;
    until: string;
    to: string;
    handoverFrom: string;
    confirm: string;
    exclusivity: string;
    reason: string;
    reasonHint: string;
  };
  choice: {
    title(text: string): string;
    intro: string;
    followers(count: string): string;
    vetted(date: string): string;
    neverVetted: string;
    /** in the place of a 小红书号 or profile id that nobody noted */
    noLink: string;
    /** another account, by the link that was given */
    other: string;
    introOne: string;
    more(count: string): string;
  };
  unknownOne: {
    title(text: string): string;
    didYouMean: string;
    orCommand(names: readonly string[]): string;
    needed: string;
    points(fact: string, points: string): string;
    example(text: string): string;
    fill: string;
  };
  again: string;
  /** said above the form of new numbers */
  againIntro(name: string): string;
  known(value: string): string;
  changes: {
    title(date: string): string;
    none(date: string): string;
    score: string;
    change(label: string, before: string, after: string): string;
  };
  facts: Readonly<Record<FactName, string>>;
  yes: string;
  no: string;
  exclusivity: string;
  exclusivityLine(brand: string, category: string, from: string, until: string): string;
  exclusivityEnded(line: string, name: string, reason: string): string;
  exclusivityStates: Readonly<Record<"ahead" | "running" | "over", string>>;
  card: {
    summary(name: string, vettings: string): string;
    handle: string;
    contact: string;
    contactLine(name: string, mcn: string | null, creators: string): string;
    noContact: string;
    inCharge: string;
    nobody: string;
    delivery: string;
    deliveryLine(onTime: string, done: string, open: string): string;
    noDelivery: string;
    postings: string;
    posting(campaign: string, date: string, state: string, rounds: string | null): string;
    states: Readonly<Record<"on-time" | "late" | "open", string>>;
    quotes: string;
    formats: Readonly<Record<NoteFormat, string>>;
    noQuotes: string;
    quoteOrigins: Readonly<Record<"outreach" | "list", (campaign: string, via: string | null) => string>>;
    moreQuotes(count: string): string;
    history: string;
    noHistory: string;
    columns: { date: string; score: string; coverage: string; campaign: string; by: string };
    chart: { title: string; series: string; alt(first: string, last: string): string };
    handOver: string;
    setContact: string;
    setExclusivity: string;
    endExclusivity: string;
    openProfile: string;
    forgotten: string;
    merged: string;
  };
  contactCard: {
    title(name: string): string;
    none(creator: string): string;
    noneHint(creator: string): string;
    creators(count: string): string;
    submit: string;
  };
  showForm: { title: string; submit: string };
  exclusiveForm: { title: string; submit: string; categoryHint: string; fromHint: string };
  exclusiveEndForm: { title: string; submit: string };
  handover: {
    title(name: string): string;
    titleMany(count: string): string;
    yours(name: string): string;
    yoursMany(count: string): string;
    line(from: string | null, to: string, by: string): string;
    next: string;
    form: string;
    submit: string;
  };
  separated: {
    summary: string;
    button(name: string): string;
    confirm: { title: string; ask(name: string): string; yes: string; no: string };
    title(separated: string, kept: string): string;
    back(name: string, what: string): string;
    vettings: string;
    lists: string;
    shortlists: string;
    work: string;
    nothing: string;
    mixed(kept: string, vettings: string, since: string): string;
    vettedAnew(kept: string): string;
    stays(kept: string): string;
    show(name: string): string;
    notAsked: string;
  };
  forget: {
    form: string;
    intro(masked: string, vettings: string): string;
    yes: string;
    submit: string;
    title(placeholder: string): string;
    erased: string;
    kept(vettings: string): string;
    cards(cards: string, files: string): string;
    byHand: string;
  };
}
