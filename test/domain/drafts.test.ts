/** A draft from upload to approval, and every refusal on the way. */
import { describe, expect, it } from "vitest";
import { type Draft, decideDraft, startDraft, submitVersion } from "../../src/domain/drafts.ts";

const IN_REVIEW: Draft = { state: "in-review", version: 2, round: 1, submittedBy: "handler" };
const approve = { decision: "approve", version: 2, by: "brand" } as const;
const change = { decision: "changes", version: 2, by: "brand", comment: "Show the label." } as const;

describe("decideDraft", () => {
  it("approves, and keeps the round", () => {
    expect(decideDraft({ draft: IN_REVIEW, ...approve })).toEqual({
      state: "approved",
      round: 1,
      extraRound: false,
    });
  });

  it("counts a round when changes go back", () => {
    expect(decideDraft({ draft: IN_REVIEW, ...change, reason: "disclosure" })).toEqual({
      state: "changes-requested",
      round: 2,
      extraRound: false,
    });
  });

  it("refuses a click on the card of another version, before anything else", () => {
    for (const version of [1, 3]) {
      expect(() =>
        decideDraft({ draft: { ...IN_REVIEW, state: "approved" }, ...approve, version, by: "handler" }),
      ).toThrow(expect.objectContaining({ code: "old-card", details: { version, current: 2 } }));
    }
  });

  it.each(["approved", "changes-requested", "withdrawn"] as const)("refuses to decide twice: %s", (state) => {
    expect(() => decideDraft({ draft: { ...IN_REVIEW, state }, ...approve })).toThrow(
      expect.objectContaining({ code: "already-decided", details: { state, version: 2 } }),
    );
  });

  it("refuses one's own draft, either way", () => {
    for (const decision of [approve, change]) {
      expect(() => decideDraft({ draft: IN_REVIEW, ...decision, by: "handler" })).toThrow(
        expect.objectContaining({ code: "own-draft" }),
      );
    }
  });

  it.each([undefined, "", "  "])("refuses changes with the comment %j", (comment) => {
    const { comment: _, ...silent } = change;
    const decision = comment === undefined ? silent : { ...silent, comment };
    expect(() => decideDraft({ draft: IN_REVIEW, ...decision })).toThrow(
      expect.objectContaining({ code: "bad-input" }),
    );
  });
});

describe("a draft that goes round", () => {
  it("has two rounds included and marks the third", () => {
    let draft = startDraft("handler");
    const rounds: [number, boolean][] = [];
    for (const version of [1, 2, 3]) {
      expect(draft).toMatchObject({ state: "in-review", version });
      const { state, round, extraRound } = decideDraft({ draft, ...change, version });
      rounds.push([round, extraRound]);
      draft = submitVersion({ ...draft, state, round }, "handler");
    }
    expect(rounds).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ]);
    expect(decideDraft({ draft, ...approve, version: 4 })).toMatchObject({ state: "approved", round: 3 });
  });

  it("takes an approval back when a new version comes", () => {
    expect(submitVersion({ ...IN_REVIEW, state: "approved" }, "other")).toEqual({
      state: "in-review",
      version: 3,
      round: 1,
      submittedBy: "other",
    });
  });

  it("ends with a withdrawal", () => {
    expect(() => submitVersion({ ...IN_REVIEW, state: "withdrawn" }, "handler")).toThrow(
      expect.objectContaining({ code: "not-allowed" }),
    );
  });
});
