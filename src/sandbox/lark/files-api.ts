/** Uploading files and images, and downloading what messages carry. */
import { type Answer, refusal, success } from "./answers.ts";
import type { ApiMethod, Call } from "./api.ts";
import { LIMITS } from "./limits.ts";
import { mimeOf } from "./mime.ts";
import type { Tenant } from "./tenant.ts";

const FILE_TYPES = ["opus", "mp4", "pdf", "doc", "xls", "ppt", "stream"];
const IMAGE_STARTS: readonly (readonly [string, string])[] = [
  ["89504e47", "image/png"],
  ["ffd8ff", "image/jpeg"],
  ["47494638", "image/gif"],
  ["52494646", "image/webp"],
  ["424d", "image/bmp"],
];

export function fileMethods(tenant: Tenant): ApiMethod[] {
  const base = "/open-apis/im/v1";
  return [
    { name: "im.file.create", verb: "POST", path: `${base}/files`, run: (call) => uploadFile(tenant, call) },
    {
      name: "im.image.create",
      verb: "POST",
      path: `${base}/images`,
      run: (call) => uploadImage(tenant, call),
    },
    {
      name: "im.file.get",
      verb: "GET",
      path: `${base}/files/:key`,
      run: ({ path }) => download(tenant, path["key"]),
    },
    {
      name: "im.image.get",
      verb: "GET",
      path: `${base}/images/:key`,
      run: ({ path }) => download(tenant, path["key"]),
    },
    {
      name: "im.messageResource.get",
      verb: "GET",
      path: `${base}/messages/:message_id/resources/:file_key`,
      run: (call) => resource(tenant, call),
    },
  ];
}

const text = (value: unknown) => (Buffer.isBuffer(value) ? value.toString("utf8") : "");

function uploadFile(tenant: Tenant, { data }: Call): Answer {
  const { file } = data;
  const name = text(data["file_name"]);
  if (!FILE_TYPES.includes(text(data["file_type"]))) return badUpload("file_type is not known");
  if (name === "") return badUpload("file_name is missing");
  if (!Buffer.isBuffer(file)) return badUpload("file is missing");
  const refused = refuseSize(file, LIMITS.bytes.file);
  return refused ?? success({ file_key: keep(tenant, "file_v3_", file, name, mimeOf(name)) });
}

function uploadImage(tenant: Tenant, { data }: Call): Answer {
  const { image } = data;
  if (!["message", "avatar"].includes(text(data["image_type"]))) return badUpload("image_type is not known");
  if (!Buffer.isBuffer(image)) return badUpload("image is missing");
  const refused = refuseSize(image, LIMITS.bytes.image);
  if (refused !== undefined) return refused;
  const mime = IMAGE_STARTS.find(([start]) => image.toString("hex", 0, 8).startsWith(start))?.[1];
  if (mime === undefined)
    return refusal(234011, "Can't recognize the image format.", "uploads what is no image");
  return success({ image_key: keep(tenant, "img_v3_", image, `image.${mime.split("/")[1]}`, mime) });
}

const badUpload = (what: string) => refusal(234001, `Invalid request param, ext=${what}`, what);

function refuseSize(bytes: Buffer, most: number): Answer | undefined {
  if (bytes.length === 0) return refusal(234010, "File's size can't be 0.", "uploads an empty file");
  if (bytes.length <= most) return undefined;
  return refusal(
    234006,
    "The file size exceed the max value.",
    `file of ${bytes.length} bytes, ${most} allowed`,
  );
}

function keep(tenant: Tenant, prefix: string, bytes: Buffer, name: string, mime: string): string {
  const id = tenant.world.newId(prefix, 20);
  tenant.uploads.add(id);
  const content = bytes.toString("base64");
  tenant.world.addFile({ id, platform: "lark", name, mime, size: bytes.length, content });
  return id;
}

function download(tenant: Tenant, key = ""): Answer {
  if (!tenant.uploads.has(key))
    return refusal(234008, "The app is not the resource sender.", `downloads ${key}`);
  return bytesOf(tenant, key);
}

function resource(tenant: Tenant, { path, params }: Call): Answer {
  const { message_id: messageId = "", file_key: key = "" } = path;
  const message = tenant.find(messageId);
  if (!["image", "file"].includes(params["type"] ?? "")) return badUpload("type must be image or file");
  if (message === undefined || message.deleted) return badUpload(`invalid message_id ${messageId}`);
  if (message.type === "interactive")
    return refusal(234043, "Unsupported message type.", "downloads from a card");
  if (!message.content.includes(`"${key}"`))
    return refusal(234003, "File not in msg.", `${key} is not in ${messageId}`);
  return bytesOf(tenant, key);
}

function bytesOf(tenant: Tenant, key: string): Answer {
  const file = tenant.world.files.get(key);
  if (file === undefined) return badUpload(`invalid key ${key}`);
  const download = { bytes: Buffer.from(file.content, "base64"), mime: file.mime, name: file.name };
  return { status: 200, body: { name: file.name, size: file.size }, file: download };
}
