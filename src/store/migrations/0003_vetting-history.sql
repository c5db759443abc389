CREATE INDEX "creators_handle" ON "seedbed"."creators" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "vettings_creator" ON "seedbed"."vettings" USING btree ("creator_id","vetted_at");