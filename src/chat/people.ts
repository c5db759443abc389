/** What people are to the bot: their role and their language. */

export const ROLES = ["admin", "manager", "marketer", "finance", "partner", "legal"] as const;
export type Role = (typeof ROLES)[number];

export const LANGUAGES = ["en", "zh-CN"] as const;
export type Language = (typeof LANGUAGES)[number];
