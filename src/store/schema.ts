/** All tables, by aggregate. Business data lives here; the queue keeps its own schema beside it. */
export * from "./schema/campaigns.ts";
export * from "./schema/creators.ts";
export * from "./schema/drafts.ts";
export * from "./schema/files.ts";
export * from "./schema/imports.ts";
export * from "./schema/list-approval.ts";
export * from "./schema/messaging.ts";
export * from "./schema/outreach.ts";
export * from "./schema/people.ts";
export * from "./schema/schedule.ts";
