/** Members, links and settings as people see them. */
import { z } from "zod";
import { LANGUAGES, ROLES } from "../people.ts";

const MemberData = z.object({
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(ROLES),
  language: z.enum(LANGUAGES).nullable(),
  zone: z.string().nullable(),
  /** missing in messages of earlier versions */
  agency: z.string().nullable().default(null),
  platforms: z.array(z.enum(["slack", "lark"])),
});

export const PeopleListData = z.object({ members: z.array(MemberData) });

/** One member after a change; `code` only when it is for the reader to pass on. */
export const MemberCardData = z.object({
  change: z.enum(["added", "updated", "linked", "became-admin", "yours"]),
  member: MemberData,
  code: z.string().optional(),
});

export const LinkCodeData = z.object({ code: z.string(), expiresAt: z.string() });

export const StuckData = z.object({
  jobs: z.array(
    z.object({ id: z.string(), name: z.string(), error: z.string(), attempts: z.number(), at: z.string() }),
  ),
  messages: z.array(
    z.object({
      id: z.string(),
      lane: z.string(),
      template: z.string().nullable(),
      error: z.string().nullable(),
      at: z.string(),
    }),
  ),
});

export const DoneData = z.object({ what: z.enum(["job-retried"]) });

export interface PeopleMessages {
  listSummary: string;
  addSummary: string;
  linkSummary: string;
  settingsSummary: string;
  stuckSummary: string;
  retrySummary: string;
  helpSummary: string;
  fields: {
    email: string;
    name: string;
    role: string;
    language: string;
    zone: string;
    agency: string;
    code: string;
    command: string;
    job: string;
  };
  listTitle: string;
  columns: { name: string; role: string; agency: string; language: string; zone: string; accounts: string };
  changes: Readonly<
    Record<"added" | "updated" | "linked" | "became-admin" | "yours", (name: string) => string>
  >;
  asProfile: string;
  noAccount: string;
  /** an agency is called nothing: the brand's own people */
  brandSide: string;
  /** of a partner: until it is named they see no agency's prices */
  noAgency: string;
  agencyHint: string;
  passOn(code: string): string;
  linkTitle: string;
  linkText(code: string): string;
  linkUntil(at: string): string;
  stuckTitle: string;
  nothingStuck: string;
  jobs: string;
  messages: string;
  retry: string;
  done: Readonly<Record<"job-retried", string>>;
  addForm: { title: string; submit: string };
}
