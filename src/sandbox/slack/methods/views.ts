/** Methods that open, change and publish modals and App Homes. */
import { z } from "zod";
import { checkView, type ViewSource } from "../check-view.ts";
import type { Slack } from "../context.ts";
import { ApiError, broken, defineMethod, json } from "../method.ts";
import { apiView, type ViewRefusal } from "../views.ts";
import type { View } from "../workspace.ts";

const view = json(z.record(z.string(), z.unknown()));
const byTrigger = z.object({ trigger_id: z.string(), view });

export const viewMethods = {
  "views.open": defineMethod(byTrigger, ({ slack, args }) => {
    const source = checked(args.view, "modal");
    return answer(slack.views.open(redeem(slack, args.trigger_id), source));
  }),

  "views.push": defineMethod(byTrigger, ({ slack, args }) => {
    const source = checked(args.view, "modal");
    return answer(slack.views.push(redeem(slack, args.trigger_id), source));
  }),

  "views.update": defineMethod(
    z.object({
      view_id: z.string().optional(),
      external_id: z.string().optional(),
      hash: z.string().optional(),
      view,
    }),
    ({ slack, args }) => {
      const open = slack.views.findBy(args.view_id, args.external_id);
      // the person may have closed it meanwhile: no fault of the app
      if (open === undefined) throw new ApiError("not_found");
      return answer(slack.views.update(open, checked(args.view, open.source.type), args.hash));
    },
  ),

  "views.publish": defineMethod(
    z.object({ user_id: z.string(), hash: z.string().optional(), view }),
    ({ slack, args }) => {
      if (slack.workspace.directChannel(args.user_id) === undefined) throw broken("user_not_found");
      return answer(slack.views.publish(args.user_id, checked(args.view, "home"), args.hash));
    },
  ),
};

function checked(value: Record<string, unknown>, surface: "modal" | "home"): ViewSource {
  const problems = checkView(value, surface);
  if (problems.length > 0) throw broken("invalid_arguments", problems);
  return value as unknown as ViewSource;
}

function redeem(slack: Slack, triggerId: string): string {
  const redeemed = slack.tickets.redeemTrigger(triggerId);
  if (!redeemed.ok) throw broken(redeemed.error);
  return redeemed.value;
}

function answer(result: View | ViewRefusal): { view: ReturnType<typeof apiView> } {
  if (result === "hash_conflict" || result === "not_found") throw new ApiError(result);
  if (typeof result === "string") throw broken(result);
  return { view: apiView(result) };
}
