ALTER TABLE "seedbed"."outbox" ADD COLUMN "handle" text;--> statement-breakpoint
ALTER TABLE "seedbed"."outbox" ADD COLUMN "replaced_by" text;--> statement-breakpoint
CREATE INDEX "outbox_message" ON "seedbed"."outbox" USING btree (("message" ->> 'id'));