CREATE TABLE "seedbed"."chat_sides" (
	"platform" text NOT NULL,
	"chat_id" text NOT NULL,
	"agency" text NOT NULL,
	"set_by" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "chat_sides_platform_chat_id_pk" PRIMARY KEY("platform","chat_id")
);
--> statement-breakpoint
-- of merges made before this nobody knows what was moved: undoing one moves nothing back
ALTER TABLE "seedbed"."creator_merges" ADD COLUMN "moved" jsonb DEFAULT '{"rows":{},"importRows":[],"dropped":[],"filled":[],"followers":[]}' NOT NULL;--> statement-breakpoint
ALTER TABLE "seedbed"."creator_merges" ALTER COLUMN "moved" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "seedbed"."list_import_rows" ADD COLUMN "score" real;--> statement-breakpoint
ALTER TABLE "seedbed"."list_import_rows" ADD COLUMN "raw_score" real;--> statement-breakpoint
ALTER TABLE "seedbed"."payment_plans" ADD COLUMN "agency" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "seedbed"."chat_sides" ADD CONSTRAINT "chat_sides_set_by_members_id_fk" FOREIGN KEY ("set_by") REFERENCES "seedbed"."members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "vettings_measured" ON "seedbed"."vettings" USING btree (width_bucket(("facts" #>> '{followers,value}')::numeric, array[0, 1000, 10000, 50000, 100000, 500000, 1000000, 5000000]::numeric[]),"vetted_at") WHERE "seedbed"."vettings"."facts" ?& array['likes', 'saves'];--> statement-breakpoint
CREATE INDEX "list_import_rows_creator" ON "seedbed"."list_import_rows" USING btree ("creator_id");--> statement-breakpoint
UPDATE "seedbed"."list_import_rows" r SET "score" = v."score", "raw_score" = (v."report" #>> '{scorecard,rawScore}')::real FROM "seedbed"."vettings" v WHERE v."id" = r."vetting_id";--> statement-breakpoint
-- a kept report of some 2 KB stays in its row, uncompressed
ALTER TABLE "seedbed"."vettings" SET (toast_tuple_target = 4080);
