CREATE SCHEMA "seedbed";
--> statement-breakpoint
CREATE TABLE "seedbed"."campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"brand" text NOT NULL,
	"product" text NOT NULL,
	"category" text NOT NULL,
	"target_gender" text,
	"tier_scheme" text NOT NULL,
	"launch_on" date NOT NULL,
	"zone" text NOT NULL,
	"currency" text NOT NULL,
	"slack_chat" text,
	"lark_chat" text,
	"brief" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seedbed"."creators" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_key" text NOT NULL,
	"handle" text,
	"platform_id" text,
	"link" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."list_import_rows" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"creator_id" text NOT NULL,
	"vetting_id" text NOT NULL,
	CONSTRAINT "list_import_rows_import_id_line_pk" PRIMARY KEY("import_id","line")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."list_imports" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text,
	"file_name" text NOT NULL,
	"file" jsonb NOT NULL,
	"reply_to" jsonb NOT NULL,
	"platform" text NOT NULL,
	"state" text NOT NULL,
	"vendor" text,
	"total" integer,
	"done" integer NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seedbed"."shortlist_entries" (
	"campaign_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"vetting_id" text NOT NULL,
	"added_by" text NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "shortlist_entries_campaign_id_creator_id_pk" PRIMARY KEY("campaign_id","creator_id")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."vettings" (
	"id" text PRIMARY KEY NOT NULL,
	"creator_id" text NOT NULL,
	"campaign_id" text,
	"facts" jsonb NOT NULL,
	"report" jsonb NOT NULL,
	"score" real,
	"vetted_by" text NOT NULL,
	"vetted_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."briefs" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"version" integer NOT NULL,
	"content" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."draft_decisions" (
	"draft_id" text NOT NULL,
	"version" integer NOT NULL,
	"decision" text NOT NULL,
	"comment" text,
	"decided_by" text NOT NULL,
	"decided_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_decisions_draft_id_version_pk" PRIMARY KEY("draft_id","version")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."draft_versions" (
	"draft_id" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"link" text,
	"hash" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "draft_versions_draft_id_version_pk" PRIMARY KEY("draft_id","version")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"round" integer NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."files" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"content" "bytea" NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."audit" (
	"id" text PRIMARY KEY NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"details" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."inbox" (
	"key" text PRIMARY KEY NOT NULL,
	"event" jsonb NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"error_id" text
);
--> statement-breakpoint
CREATE TABLE "seedbed"."outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"key" text NOT NULL,
	"kind" text NOT NULL,
	"platform" text NOT NULL,
	"destination" jsonb NOT NULL,
	"lane" text NOT NULL,
	"template" text,
	"data" jsonb,
	"file_id" text,
	"reader_id" text,
	"card_key" text,
	"target" text,
	"state" text NOT NULL,
	"attempts" integer NOT NULL,
	"not_before" timestamp (3) with time zone,
	"unanswered" boolean DEFAULT false NOT NULL,
	"message" jsonb,
	"error" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "outbox_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."accounts" (
	"platform" text NOT NULL,
	"user_id" text NOT NULL,
	"member_id" text NOT NULL,
	"name" text NOT NULL,
	"linked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "accounts_platform_user_id_pk" PRIMARY KEY("platform","user_id")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."chats" (
	"platform" text NOT NULL,
	"chat_id" text NOT NULL,
	"name" text NOT NULL,
	"language" text NOT NULL,
	"zone" text NOT NULL,
	"seen_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chats_platform_chat_id_pk" PRIMARY KEY("platform","chat_id")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."link_codes" (
	"code_hash" text PRIMARY KEY NOT NULL,
	"member_id" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seedbed"."members" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"role" text NOT NULL,
	"language" text,
	"zone" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."dues" (
	"key" text PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"payload" jsonb NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"done_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seedbed"."milestones" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"position" integer NOT NULL,
	"due_amount" integer NOT NULL,
	"due_currency" text NOT NULL,
	"due_on" date,
	"state" text NOT NULL,
	"paid_by" text,
	"paid_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seedbed"."payment_plans" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"total_amount" integer NOT NULL,
	"total_currency" text NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."slots" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"post_on" date NOT NULL,
	"post_time" text NOT NULL,
	"zone" text NOT NULL,
	"wave" text NOT NULL,
	"revision" integer NOT NULL,
	"posted_at" timestamp (3) with time zone,
	"link" text,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seedbed"."campaigns" ADD CONSTRAINT "campaigns_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."list_import_rows" ADD CONSTRAINT "list_import_rows_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "seedbed"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."list_import_rows" ADD CONSTRAINT "list_import_rows_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."list_import_rows" ADD CONSTRAINT "list_import_rows_vetting_id_vettings_id_fk" FOREIGN KEY ("vetting_id") REFERENCES "seedbed"."vettings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."list_imports" ADD CONSTRAINT "list_imports_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."list_imports" ADD CONSTRAINT "list_imports_started_by_members_id_fk" FOREIGN KEY ("started_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."shortlist_entries" ADD CONSTRAINT "shortlist_entries_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."shortlist_entries" ADD CONSTRAINT "shortlist_entries_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."shortlist_entries" ADD CONSTRAINT "shortlist_entries_vetting_id_vettings_id_fk" FOREIGN KEY ("vetting_id") REFERENCES "seedbed"."vettings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."shortlist_entries" ADD CONSTRAINT "shortlist_entries_added_by_members_id_fk" FOREIGN KEY ("added_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."vettings" ADD CONSTRAINT "vettings_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."vettings" ADD CONSTRAINT "vettings_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."vettings" ADD CONSTRAINT "vettings_vetted_by_members_id_fk" FOREIGN KEY ("vetted_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."briefs" ADD CONSTRAINT "briefs_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."briefs" ADD CONSTRAINT "briefs_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."briefs" ADD CONSTRAINT "briefs_created_by_members_id_fk" FOREIGN KEY ("created_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."draft_decisions" ADD CONSTRAINT "draft_decisions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "seedbed"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."draft_decisions" ADD CONSTRAINT "draft_decisions_decided_by_members_id_fk" FOREIGN KEY ("decided_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."draft_versions" ADD CONSTRAINT "draft_versions_draft_id_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "seedbed"."drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."draft_versions" ADD CONSTRAINT "draft_versions_submitted_by_members_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."drafts" ADD CONSTRAINT "drafts_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."drafts" ADD CONSTRAINT "drafts_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."accounts" ADD CONSTRAINT "accounts_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."link_codes" ADD CONSTRAINT "link_codes_member_id_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."milestones" ADD CONSTRAINT "milestones_plan_id_payment_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "seedbed"."payment_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."milestones" ADD CONSTRAINT "milestones_paid_by_members_id_fk" FOREIGN KEY ("paid_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."payment_plans" ADD CONSTRAINT "payment_plans_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."payment_plans" ADD CONSTRAINT "payment_plans_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."payment_plans" ADD CONSTRAINT "payment_plans_requested_by_members_id_fk" FOREIGN KEY ("requested_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."slots" ADD CONSTRAINT "slots_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."slots" ADD CONSTRAINT "slots_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."slots" ADD CONSTRAINT "slots_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "creators_platform_id" ON "seedbed"."creators" USING btree ("platform_id");--> statement-breakpoint
CREATE UNIQUE INDEX "creators_name_key" ON "seedbed"."creators" USING btree ("name_key","handle");--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_campaign_creator" ON "seedbed"."drafts" USING btree ("campaign_id","creator_id");--> statement-breakpoint
CREATE INDEX "audit_subject" ON "seedbed"."audit" USING btree ("subject","at");--> statement-breakpoint
CREATE INDEX "inbox_open" ON "seedbed"."inbox" USING btree ("received_at") WHERE "seedbed"."inbox"."done_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "seedbed"."outbox" USING btree ("lane","seq") WHERE "seedbed"."outbox"."state" = 'queued';--> statement-breakpoint
CREATE INDEX "outbox_card" ON "seedbed"."outbox" USING btree ("card_key");--> statement-breakpoint
CREATE INDEX "outbox_target" ON "seedbed"."outbox" USING btree ("target");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_member_platform" ON "seedbed"."accounts" USING btree ("member_id","platform");--> statement-breakpoint
CREATE UNIQUE INDEX "members_email" ON "seedbed"."members" USING btree (lower("email"));--> statement-breakpoint
CREATE INDEX "dues_open" ON "seedbed"."dues" USING btree ("due_at") WHERE "seedbed"."dues"."done_at" is null and "seedbed"."dues"."cancelled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "milestones_plan_position" ON "seedbed"."milestones" USING btree ("plan_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_plans_campaign_creator" ON "seedbed"."payment_plans" USING btree ("campaign_id","creator_id");--> statement-breakpoint
CREATE UNIQUE INDEX "slots_campaign_creator" ON "seedbed"."slots" USING btree ("campaign_id","creator_id");