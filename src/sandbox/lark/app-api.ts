/** Calls of the app itself: tokens, and the delayed update of a clicked card. */
import { type Answer, refusal, success } from "./answers.ts";
import type { ApiMethod, Call } from "./api.ts";
import { judgeCard } from "./check-content.ts";
import { LIMITS } from "./limits.ts";
import { CREDENTIALS } from "./people.ts";
import type { Tenant } from "./tenant.ts";
import { issueToken } from "./tokens.ts";

export function appMethods(tenant: Tenant): ApiMethod[] {
  const auth = "/open-apis/auth/v3";
  return [
    {
      name: "auth.tenantAccessToken.internal",
      verb: "POST",
      path: `${auth}/tenant_access_token/internal`,
      open: true,
      run: token,
    },
    {
      name: "auth.appAccessToken.internal",
      verb: "POST",
      path: `${auth}/app_access_token/internal`,
      open: true,
      run: token,
    },
    {
      name: "interactive.card.update",
      verb: "POST",
      path: "/open-apis/interactive/v1/card/update",
      run: (call) => updateClicked(tenant, call),
    },
  ];
}

function token({ data }: Call): Answer {
  if (data["app_id"] !== CREDENTIALS.appId) return refusal(10003, "invalid param", undefined, 200);
  if (data["app_secret"] !== CREDENTIALS.appSecret)
    return refusal(10014, "app secret invalid", undefined, 200);
  const issued = issueToken(Date.now());
  const tokens = { tenant_access_token: issued, app_access_token: issued };
  return { status: 200, body: { code: 0, msg: "ok", ...tokens, expire: LIMITS.tokenLife } };
}

function updateClicked(tenant: Tenant, { data }: Call): Answer {
  const given = tenant.callbacks.get(String(data["token"]));
  const message = given && tenant.find(given.messageId);
  if (given === undefined || message === undefined) {
    return refusal(300020, "the format of the token is wrong", "updates with an unknown token");
  }
  if (!given.answered || tenant.world.now() - given.at > LIMITS.callbackLife) {
    return refusal(
      300030,
      "the token is not valid (any more)",
      "updates before its answer or after 30 minutes",
    );
  }
  if (given.uses >= LIMITS.callbackUses)
    return refusal(300040, "the token was used too often", "updates a third time");
  if (message.deleted) return refusal(200000, "the card is recalled", "updates a recalled card");
  const verdict = judgeCard(tenant, data["card"]);
  if ("refused" in verdict) return { ...verdict.refused, body: { ...verdict.refused.body, code: 11311 } };
  given.uses += 1;
  tenant.rewrite(message, JSON.stringify(data["card"]));
  return { ...success(), violations: verdict.warnings };
}
