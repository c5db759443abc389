CREATE TABLE "seedbed"."list_import_parts" (
	"import_id" text NOT NULL,
	"part" integer NOT NULL,
	"content" json NOT NULL,
	CONSTRAINT "list_import_parts_import_id_part_pk" PRIMARY KEY("import_id","part")
);
--> statement-breakpoint
ALTER TABLE "seedbed"."list_import_parts" ADD CONSTRAINT "list_import_parts_import_id_list_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "seedbed"."list_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- read once at most: compressing 40 MB of a long list would take longer than writing them
ALTER TABLE "seedbed"."list_import_parts" ALTER COLUMN "content" SET STORAGE EXTERNAL;
