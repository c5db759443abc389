/** How migrations are made from the schema: `npm run migration -- --name what-changed`. */
import { defineConfig } from "drizzle-kit";

export default defineConfig({
  dialect: "postgresql",
  schema: "./src/store/schema/*.ts",
  out: "./src/store/migrations",
  schemaFilter: ["seedbed"],
  casing: "snake_case",
});
