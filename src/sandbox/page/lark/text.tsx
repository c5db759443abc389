/** Text of a card, plain or Markdown, with people by name. */
import { Markdown } from "../shared/markdown.tsx";
import { useReader } from "../shared/reader.tsx";
import { displayName } from "../shared/state.ts";
import type { PlainText } from "./shapes.ts";

export function LarkMarkdown({ text }: { text: string }) {
  const { people } = useReader();
  const nameOf = (id: string) => {
    const person = people.find((one) => one.id === id || one.name === id);
    return person === undefined ? id : displayName(person);
  };
  return <Markdown text={text} nameOf={nameOf} />;
}

export function TextView({ text }: { text: PlainText }) {
  if (text.tag === "lark_md") return <LarkMarkdown text={text.content} />;
  return (
    <span className="plain" data-color={text.text_color}>
      {text.content}
    </span>
  );
}
