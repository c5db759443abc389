/** Members: the list, one member after a change, a code to type elsewhere. */
import type { z } from "zod";
import { facts, line, note, type Part } from "../src/chat/card.ts";
import { LinkCodeData, MemberCardData, PeopleListData } from "../src/chat/features/people.ts";
import type { Reading } from "../src/chat/reading.ts";
import { defineTemplate } from "../src/chat/template.ts";

type Member = z.output<typeof PeopleListData>["members"][number];

export const peopleList = defineTemplate({
  data: PeopleListData,
  render: ({ members }, r) => {
    const { columns, listTitle } = r.m.people;
    const table: Part = {
      kind: "table",
      caption: listTitle,
      columns: [
        columns.name,
        columns.role,
        columns.agency,
        columns.language,
        columns.zone,
        columns.accounts,
      ].map((title) => ({
        title,
        kind: "text",
      })),
      rows: members.map((member) => [member.name, ...settingsOf(member, r), accountsOf(member, r)]),
    };
    const summary = r.m.common.labelled(listTitle, r.count(members.length));
    return { title: listTitle, tone: "info", summary, body: [table] };
  },
});

export const memberCard = defineTemplate({
  data: MemberCardData,
  render: ({ change, member, code }, r) => {
    const { columns, changes, passOn } = r.m.people;
    const title = changes[change](member.name);
    const [role = "", agency = "", language = "", zone = ""] = settingsOf(member, r);
    return {
      title,
      tone: "good",
      summary: title,
      body: [
        facts([
          [columns.role, role],
          [columns.agency, agency],
          [columns.language, language],
          [columns.zone, zone],
          [columns.accounts, accountsOf(member, r)],
        ]),
        ...(code === undefined ? [] : [note(passOn(code))]),
      ],
    };
  },
});

export const linkCode = defineTemplate({
  data: LinkCodeData,
  render: ({ code, expiresAt }, r) => {
    const { linkTitle, linkText, linkUntil } = r.m.people;
    return {
      title: linkTitle,
      tone: "info",
      summary: linkTitle,
      body: [line(linkText(code)), note(linkUntil(r.time(expiresAt)))],
    };
  },
});

function settingsOf(member: Member, r: Reading): string[] {
  const { languages, roles } = r.m.common;
  const { asProfile, brandSide, noAgency } = r.m.people;
  return [
    roles[member.role],
    member.agency ?? (member.role === "partner" ? noAgency : brandSide),
    member.language === null ? asProfile : languages[member.language],
    member.zone ?? asProfile,
  ];
}

function accountsOf(member: Member, r: Reading): string {
  const names = member.platforms.map((platform) => r.m.common.platforms[platform]);
  return names.length === 0 ? r.m.people.noAccount : names.join(" + ");
}
