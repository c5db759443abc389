/** All samples, by template. */
import { brief } from "./brief.ts";
import { campaign } from "./campaign.ts";
import { common } from "./common.ts";
import { compare } from "./compare.ts";
import { creator } from "./creator.ts";
import { digest } from "./digest.ts";
import { draft } from "./draft.ts";
import { home } from "./home.ts";
import { importLists } from "./import.ts";
import { lists } from "./list.ts";
import { outreach } from "./outreach.ts";
import { pay } from "./pay.ts";
import { people } from "./people.ts";
import type { Samples } from "./sample.ts";
import { vet } from "./vet.ts";
import { vetSteps } from "./vet-steps.ts";
import { wave } from "./wave.ts";

export const samples: Samples = {
  ...common,
  ...people,
  ...vet,
  ...creator,
  ...compare,
  ...vetSteps,
  ...importLists,
  ...campaign,
  ...lists,
  ...outreach,
  ...draft,
  ...brief,
  ...wave,
  ...pay,
  ...digest,
  ...home,
};
