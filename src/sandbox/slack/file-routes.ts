/** The addresses files come and go through: uploads of the app, and downloads with its token. */
import { Hono } from "hono";
import { getMimeType } from "hono/utils/mime";
import type { Slack } from "./context.ts";
import { CREDENTIALS } from "./people.ts";

/** Takes the bytes for an upload address that files.getUploadURLExternal gave out. */
export function createUploads(slack: Slack): Hono {
  const routes = new Hono();
  routes.post("/:id", async (c) => {
    const id = c.req.param("id");
    const card = slack.workspace.kept.files[id];
    if (card === undefined || card.shared) return c.text("not_found", 404);
    const bytes = await readBytes(c.req.raw.clone(), c.req.header("content-type") ?? "");
    const promised = Number(c.req.query("length"));
    const name = c.req.query("name") ?? card.title;
    slack.world.addFile({
      id,
      platform: "slack",
      name,
      mime: mimeOf(name),
      size: bytes.length,
      content: bytes.toString("base64"),
    });
    const violations =
      bytes.length === promised ? [] : [`length ${promised} was promised, ${bytes.length} came`];
    slack.world.record({
      platform: "slack",
      method: "upload",
      body: { id, name, length: bytes.length },
      status: 200,
      answer: `OK - ${bytes.length}`,
      violations,
    });
    return c.text(`OK - ${bytes.length}`);
  });
  return routes;
}

/** Serves url_private; without the app's token a sign-in page comes back, as on Slack. */
export function createDownloads(slack: Slack): Hono {
  const routes = new Hono();
  routes.get("/:id/:name", (c) => {
    if (c.req.header("authorization") !== `Bearer ${CREDENTIALS.botToken}`)
      return c.html("<!doctype html><title>Sign in to Acme</title>");
    const file = slack.world.files.get(c.req.param("id"));
    if (file === undefined) return c.text("not_found", 404);
    return c.body(new Uint8Array(Buffer.from(file.content, "base64")), 200, { "content-type": file.mime });
  });
  return routes;
}

const OFFICE = "application/vnd.openxmlformats-officedocument";

/** Types of files people share that the common table lacks. */
const OFFICE_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  pptx: `${OFFICE}.presentationml.presentation`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
};

/** The bare type, as Slack gives it: without a charset. */
export function mimeOf(name: string): string {
  return (
    getMimeType(name, OFFICE_TYPES)?.split(";")[0] ??
    getMimeType(name)?.split(";")[0] ??
    "application/octet-stream"
  );
}

/** The SDK sends a form with one file in it, other clients the bare bytes. */
async function readBytes(request: Request, type: string): Promise<Buffer> {
  if (!type.includes("multipart/form-data")) return Buffer.from(await request.arrayBuffer());
  const form = await request.formData();
  for (const part of form.values()) if (part instanceof Blob) return Buffer.from(await part.arrayBuffer());
  return Buffer.alloc(0);
}
