CREATE TABLE "seedbed"."contacts" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"mcn" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."creator_merges" (
	"merged_id" text PRIMARY KEY NOT NULL,
	"kept_id" text NOT NULL,
	"merged_by" text NOT NULL,
	"merged_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."exclusivities" (
	"id" text PRIMARY KEY NOT NULL,
	"creator_id" text NOT NULL,
	"brand" text NOT NULL,
	"category" text NOT NULL,
	"from" date NOT NULL,
	"until" date NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."flag_overrules" (
	"vetting_id" text NOT NULL,
	"flag" text NOT NULL,
	"reason" text NOT NULL,
	"overruled_by" text NOT NULL,
	"overruled_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "flag_overrules_vetting_id_flag_pk" PRIMARY KEY("vetting_id","flag")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."column_mappings" (
	"shape" text PRIMARY KEY NOT NULL,
	"header" jsonb NOT NULL,
	"columns" jsonb NOT NULL,
	"mapped_by" text NOT NULL,
	"mapped_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."import_questions" (
	"import_id" text NOT NULL,
	"line" integer NOT NULL,
	"kind" text NOT NULL,
	"details" jsonb NOT NULL,
	"answer" boolean,
	"answered_by" text,
	"answered_at" timestamp (3) with time zone,
	CONSTRAINT "import_questions_import_id_line_kind_pk" PRIMARY KEY("import_id","line","kind")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."submission_rows" (
	"submission_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"vetting_id" text NOT NULL,
	"position" integer NOT NULL,
	"format" text NOT NULL,
	"price_amount" integer NOT NULL,
	"price_currency" text NOT NULL,
	"passed_amount" integer,
	"reason" text NOT NULL,
	"decision" text,
	"comment" text,
	"decided_by" text,
	"decided_at" timestamp (3) with time zone,
	CONSTRAINT "submission_rows_submission_id_creator_id_pk" PRIMARY KEY("submission_id","creator_id")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."submissions" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"number" integer NOT NULL,
	"agency" text NOT NULL,
	"note" text,
	"submitted_by" text NOT NULL,
	"submitted_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "seedbed"."agency_margins" (
	"campaign_id" text NOT NULL,
	"agency" text NOT NULL,
	"share" real NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "agency_margins_campaign_id_agency_pk" PRIMARY KEY("campaign_id","agency")
);
--> statement-breakpoint
CREATE TABLE "seedbed"."campaign_terms" (
	"campaign_id" text PRIMARY KEY NOT NULL,
	"budget_amount" bigint,
	"ceiling_amount" bigint,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seedbed"."quotes" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"creator_id" text NOT NULL,
	"via" text NOT NULL,
	"agency" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"price_amount" bigint,
	"price_currency" text,
	"rebate_share" real,
	"held_until" timestamp (3) with time zone,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "seedbed"."vettings" ALTER COLUMN "report" SET DATA TYPE json;--> statement-breakpoint
ALTER TABLE "seedbed"."campaigns" ADD COLUMN "target_ages" text;--> statement-breakpoint
ALTER TABLE "seedbed"."campaigns" ADD COLUMN "target_regions" text;--> statement-breakpoint
ALTER TABLE "seedbed"."creators" ADD COLUMN "contact_id" text;--> statement-breakpoint
ALTER TABLE "seedbed"."creators" ADD COLUMN "in_charge_id" text;--> statement-breakpoint
ALTER TABLE "seedbed"."creators" ADD COLUMN "forgotten_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "seedbed"."list_imports" ADD COLUMN "shape" text;--> statement-breakpoint
ALTER TABLE "seedbed"."list_imports" ADD COLUMN "asked" jsonb;--> statement-breakpoint
ALTER TABLE "seedbed"."members" ADD COLUMN "agency" text;--> statement-breakpoint
ALTER TABLE "seedbed"."creator_merges" ADD CONSTRAINT "creator_merges_merged_id_creators_id_fk" FOREIGN KEY ("merged_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."creator_merges" ADD CONSTRAINT "creator_merges_kept_id_creators_id_fk" FOREIGN KEY ("kept_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."creator_merges" ADD CONSTRAINT "creator_merges_merged_by_members_id_fk" FOREIGN KEY ("merged_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."exclusivities" ADD CONSTRAINT "exclusivities_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."exclusivities" ADD CONSTRAINT "exclusivities_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."flag_overrules" ADD CONSTRAINT "flag_overrules_vetting_id_vettings_id_fk" FOREIGN KEY ("vetting_id") REFERENCES "seedbed"."vettings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."flag_overrules" ADD CONSTRAINT "flag_overrules_overruled_by_members_id_fk" FOREIGN KEY ("overruled_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."column_mappings" ADD CONSTRAINT "column_mappings_mapped_by_members_id_fk" FOREIGN KEY ("mapped_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."import_questions" ADD CONSTRAINT "import_questions_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "seedbed"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."import_questions" ADD CONSTRAINT "import_questions_answered_by_members_id_fk" FOREIGN KEY ("answered_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."submission_rows" ADD CONSTRAINT "submission_rows_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "seedbed"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."submission_rows" ADD CONSTRAINT "submission_rows_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."submission_rows" ADD CONSTRAINT "submission_rows_vetting_id_vettings_id_fk" FOREIGN KEY ("vetting_id") REFERENCES "seedbed"."vettings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."submission_rows" ADD CONSTRAINT "submission_rows_decided_by_members_id_fk" FOREIGN KEY ("decided_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."submissions" ADD CONSTRAINT "submissions_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."submissions" ADD CONSTRAINT "submissions_submitted_by_members_id_fk" FOREIGN KEY ("submitted_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."agency_margins" ADD CONSTRAINT "agency_margins_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."agency_margins" ADD CONSTRAINT "agency_margins_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."campaign_terms" ADD CONSTRAINT "campaign_terms_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."campaign_terms" ADD CONSTRAINT "campaign_terms_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."quotes" ADD CONSTRAINT "quotes_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "seedbed"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."quotes" ADD CONSTRAINT "quotes_creator_id_creators_id_fk" FOREIGN KEY ("creator_id") REFERENCES "seedbed"."creators"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."quotes" ADD CONSTRAINT "quotes_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "creator_merges_kept" ON "seedbed"."creator_merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "exclusivities_creator" ON "seedbed"."exclusivities" USING btree ("creator_id","until");--> statement-breakpoint
CREATE INDEX "import_questions_import" ON "seedbed"."import_questions" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "submission_rows_creator" ON "seedbed"."submission_rows" USING btree ("creator_id");--> statement-breakpoint
CREATE INDEX "submissions_campaign" ON "seedbed"."submissions" USING btree ("campaign_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "quotes_one_each" ON "seedbed"."quotes" USING btree ("campaign_id","creator_id","via","agency","format");--> statement-breakpoint
CREATE INDEX "quotes_creator" ON "seedbed"."quotes" USING btree ("creator_id");--> statement-breakpoint
ALTER TABLE "seedbed"."creators" ADD CONSTRAINT "creators_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "seedbed"."contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seedbed"."creators" ADD CONSTRAINT "creators_in_charge_id_members_id_fk" FOREIGN KEY ("in_charge_id") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "creators_core_name" ON "seedbed"."creators" USING btree (regexp_replace(regexp_replace("name_key", '\([^)]*\)|【[^】]*】|[|丨@·/].*$|(official|官方|本人|大号|小号)$', '', 'g'), '[\u0021-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u2000-\u2BFF\u3000-\u3004\u3008-\u303F\uFE00-\uFE0F\U0001F000-\U0001FAFF\U000E0000-\U000E007F]', '', 'g'));--> statement-breakpoint
CREATE INDEX "vettings_quoted" ON "seedbed"."vettings" USING btree (width_bucket(("facts" #>> '{followers,value}')::numeric, array[0, 1000, 10000, 50000, 100000, 500000, 1000000, 5000000]::numeric[]),"vetted_at") WHERE "seedbed"."vettings"."facts" ?| array['quoteImage', 'quoteVideo'];