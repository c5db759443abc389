/** Quotes side by side, and holds that end. */
import type { TemplateInput } from "../../../src/chat/template-data.ts";
import { allInCost } from "../../../src/domain/all-in-cost.ts";
import { money } from "../../../src/domain/money.ts";
import { maya, type Samples, xiaowen } from "./sample.ts";

type Quote = TemplateInput<"outreach">["quotes"][number];

const campaign = { id: "cam_01", name: "春季种草" };
const creator = { id: "cre_01", name: "小鹿护肤" };
const verbatim = ["春季种草", "小鹿护肤", "阿禾", "蓝鲸传播", "星河 MCN", "林晓雯", "Maya Lindqvist"];

const quote: Quote = {
  id: "quo_01",
  creator,
  format: "image",
  via: "星河 MCN",
  agency: "蓝鲸传播",
  state: "held",
  price: money(2_800, "CNY"),
  rebate: 0.1,
  cost: allInCost(money(2_800, "CNY"), { platformFee: 0.1, rebate: 0.1 }),
  heldUntil: "2026-12-05T10:00:00Z",
  setBy: xiaowen,
  isCheapest: true,
};

const reminder: TemplateInput<"hold-reminder"> = {
  campaign,
  creator,
  format: "image",
  via: "星河 MCN",
  price: money(2_800, "CNY"),
  until: "2026-12-04T10:00:00Z",
  state: "ending",
};

export const outreach: Samples = {
  outreach: {
    empty: { data: { campaign, creator: null, quotes: [], changed: false }, verbatim },
    "two-quotes": {
      data: {
        campaign,
        creator,
        quotes: [
          quote,
          {
            ...quote,
            id: "quo_02",
            via: "",
            state: "asked",
            price: money(3_000, "CNY"),
            rebate: null,
            cost: allInCost(money(3_000, "CNY"), { platformFee: 0.1 }),
            heldUntil: null,
            isCheapest: false,
          },
        ],
        changed: true,
      },
      verbatim,
    },
    "in-group": {
      data: {
        campaign,
        creator: null,
        quotes: [
          {
            ...quote,
            rebate: null,
            cost: allInCost(money(2_800, "CNY"), { platformFee: 0.1 }),
            isCheapest: false,
          },
        ],
        changed: false,
        forAll: true,
      },
      verbatim,
    },
    campaign: {
      data: {
        campaign,
        creator: null,
        quotes: [
          { ...quote, rebate: null, isCheapest: false },
          {
            ...quote,
            id: "quo_03",
            creator: { id: "cre_02", name: "阿禾" },
            format: "video",
            via: "",
            agency: "",
            state: "rechecked",
            price: null,
            rebate: null,
            heldUntil: null,
            setBy: maya,
            isCheapest: false,
          },
        ],
        changed: false,
      },
      verbatim,
    },
  },
  "hold-reminder": {
    ending: { data: reminder, verbatim },
    ended: { data: { ...reminder, via: "", format: "video", state: "ended" }, verbatim },
    extended: { data: { ...reminder, until: "2026-12-11T10:00:00Z", state: "held" }, verbatim },
    released: { data: { ...reminder, price: null, until: null, state: "released" }, verbatim },
  },
};
