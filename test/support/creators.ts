/** All creators of a bench, in the order in which they came. */
import { asc } from "drizzle-orm";
import { creators } from "../../src/store/schema.ts";
import type { Bench } from "./use-case.ts";

export async function allCreators({ store }: Bench) {
  return store.db.select().from(creators).orderBy(asc(creators.createdAt), asc(creators.id));
}
