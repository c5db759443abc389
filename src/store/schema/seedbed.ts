/** The PostgreSQL schema that holds every table of the bot. */
import { pgSchema } from "drizzle-orm/pg-core";

export const seedbed = pgSchema("seedbed");
