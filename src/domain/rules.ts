/** The version of the rule set, printed on every card and stored with every snapshot; docs/rules.md lists the rules. */

/** Changes whenever a threshold, weight or formula of `src/domain` changes, so that two scores can be told apart. */
export const RULES_VERSION = "2026.3";
