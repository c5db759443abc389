/** The bot of the page's tests, and what a person does with the page. */
import type { App } from "@slack/bolt";
import type { Page } from "playwright-core";
import { MODAL } from "./shown.ts";

export const CHANNEL = "#spring-launch";
export const CHANNEL_ID = "C09SPRING1";
export const CHAT = "春季种草";

/** Teaches a bot on Slack to open a form, to refuse a name, to answer clicks and to publish an App Home. */
export function teachBot(app: App): void {
  app.command("/vet", async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: MODAL });
  });
  app.view("vet", async ({ ack, view, client, body }) => {
    const entered = view.state.values["name"]?.["name"]?.value ?? "";
    if (entered === "nobody")
      return await ack({ response_action: "errors", errors: { name: "No such creator." } });
    await ack();
    const tier = view.state.values["tier"]?.["tier"]?.selected_option?.value;
    await client.chat.postEphemeral({
      channel: CHANNEL_ID,
      user: body.user.id,
      text: `${entered} is ${tier}`,
    });
  });
  app.action("reject", async ({ ack, respond }) => {
    await ack();
    await respond({ replace_original: false, text: "Rejected for now." });
  });
  app.action("tier", async ({ ack, respond, action }) => {
    await ack();
    const chosen = action.type === "static_select" ? action.selected_option?.value : "";
    await respond({ replace_original: false, text: `Tier is ${chosen}.` });
  });
  app.event("app_home_opened", async ({ client, event }) => {
    const text = { type: "plain_text" as const, text: "Waiting for you: 3" };
    const blocks = [{ type: "header" as const, text }];
    await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
  });
}

export function handsOn(page: Page) {
  const slack = page.getByRole("region", { name: "Slack", exact: true });
  const lark = page.getByRole("region", { name: "Lark", exact: true });
  return {
    slack,
    lark,
    /** Says something in Slack's channel. */
    async write(text: string): Promise<void> {
      const box = page.getByRole("textbox", { name: `Message in ${CHANNEL}` });
      await box.fill(text);
      await box.press("Enter");
    },
    /** Becomes the person with this handle on one side. */
    async become(platform: "slack" | "lark", handle: string): Promise<void> {
      const pane = platform === "slack" ? slack : lark;
      await pane.getByRole("button", { name: /^(You are|当前身份): / }).click();
      await pane.locator(`[role=menuitemradio][data-handle="${handle}"]`).click();
    },
  };
}
