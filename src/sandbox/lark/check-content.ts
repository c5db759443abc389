/** Refuses the message contents that Lark refuses, by message type. */
import { type Answer, badParameter, refusal } from "./answers.ts";
import { type CardProblem, isObject } from "./card-check.ts";
import { checkCard } from "./check-card.ts";
import { LIMITS } from "./limits.ts";
import { findPerson } from "./people.ts";
import type { Tenant } from "./tenant.ts";

/** Refused, or good with what a careful bot would not have sent. */
type Verdict = { refused: Answer } | { warnings: string[] };

const GOOD: Verdict = { warnings: [] };
const AT_ALL = /<at\s+(?:user_)?id=["']?all\b/;

/** @param content JSON text, as `data.content` of a send carries it */
export function checkContent(tenant: Tenant, type: string, content: unknown): Verdict {
  if (typeof content !== "string") return { refused: badParameter("content is not a string in json format") };
  const body = parse(content);
  if (!isObject(body)) return { refused: badParameter("content is not a string in json format") };
  const bytes = Buffer.byteLength(content);
  switch (type) {
    case "text":
      return checkSize(bytes, LIMITS.bytes.text) ?? checkText(body["text"]);
    case "post":
      return checkSize(bytes, LIMITS.bytes.post) ?? checkPost(body);
    case "interactive":
      return checkSize(bytes, LIMITS.bytes.card) ?? judgeCard(tenant, body);
    case "file":
      return checkUpload(tenant, body["file_key"]);
    case "image":
      return checkUpload(tenant, body["image_key"]);
    default:
      return { refused: badParameter(`msg_type ${type} is not known here`) };
  }
}

/** Whether Lark takes this card; the first problem is what it answers, all of them are recorded. */
export function judgeCard(tenant: Tenant, card: unknown): Verdict {
  const { problems, warnings } = checkCard(card, {
    isImage: (key) => tenant.uploads.has(key),
    isPerson: (id) => findPerson(id) !== undefined,
  });
  const newer = tenant.world.older.has("lark") ? newerTag(card) : undefined;
  // a tenant with older clients: the bot has broken no rule
  if (newer !== undefined && problems.length === 0)
    return {
      refused: refusal(230099, cardRefusal({ code: 200621, path: "ROOT", msg: `unknown tag ${newer}` })),
    };
  const [first] = problems;
  if (first === undefined) return { warnings };
  const violations = problems.map(describeProblem);
  return { refused: { ...refusal(230099, cardRefusal(first)), violations } };
}

const cardRefusal = ({ code, path, msg }: CardProblem) =>
  `Failed to create card content, ext=ErrCode: ${code}; ErrPath: ${path}; ErrMsg: ${msg}; `;

const NEWER_TAGS = new Set(["table", "chart", "collapsible_panel", "person_list", "img_combination"]);

/** The first element that older clients do not know. */
function newerTag(value: unknown): string | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if ("tag" in value && NEWER_TAGS.has(String(value.tag))) return String(value.tag);
  for (const held of Object.values(value)) {
    const found = newerTag(held);
    if (found !== undefined) return found;
  }
  return undefined;
}

const describeProblem = ({ code, msg, path }: CardProblem) => `card ${code}: ${msg} at ${path}`;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function checkSize(bytes: number, most: number): Verdict | undefined {
  if (bytes <= most) return undefined;
  const msg = "The length of the message content reaches its limit.";
  return { refused: refusal(230025, msg, `content of ${bytes} bytes, ${most} allowed`) };
}

function checkText(text: unknown): Verdict {
  if (typeof text !== "string" || text === "") return { refused: badParameter("text message without text") };
  return AT_ALL.test(text) ? { warnings: ["mentions everybody"] } : GOOD;
}

function checkPost(post: Record<string, unknown>): Verdict {
  const languages = Object.values(post);
  const fits =
    languages.length > 0 && languages.every((one) => isObject(one) && Array.isArray(one["content"]));
  return fits ? GOOD : { refused: badParameter("post needs content as a list of lines per language") };
}

function checkUpload(tenant: Tenant, key: unknown): Verdict {
  if (typeof key !== "string") return { refused: badParameter("the key of the file is missing") };
  if (tenant.uploads.has(key)) return GOOD;
  return {
    refused: refusal(
      230017,
      "Bot is NOT the owner of the resource.",
      `sends ${key}, which it did not upload`,
    ),
  };
}
