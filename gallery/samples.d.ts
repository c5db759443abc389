/** What `npm run cards` puts into the page. */
declare module "virtual:samples" {
  export const samples: readonly import("./drawings.ts").Sample[];
}
