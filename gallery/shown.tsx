/** One drawing in the clothes of its platform, by the sandbox page's own components; nothing can be clicked to effect. */
import type { ReactNode } from "react";
import { CardView } from "../src/sandbox/page/lark/card.tsx";
import type { Card } from "../src/sandbox/page/lark/shapes.ts";
import { type Reader, ReaderContext } from "../src/sandbox/page/shared/reader.tsx";
import { Blocks } from "../src/sandbox/page/slack/block.tsx";
import type { Block } from "../src/sandbox/page/slack/shapes.ts";
import { type Surface, SurfaceContext } from "../src/sandbox/page/slack/surface.tsx";
import { wordsFor } from "../src/sandbox/page/words/words.ts";

/** The people of the samples, as each platform knows them. */
const PEOPLE = [
  ["U09MAYA0001", "Maya Lindqvist"],
  ["U09JONAS001", "Jonas Weber"],
  ["U09PRIYA001", "Priya Shah"],
  ["ou_5d1f0c3ab7e94426a1c8e07b9d3f6a21", "Jonas Weber"],
  ["ou_8f27c1d94be04a6f92d3a5b1c7e60f48", "林晓雯"],
].map(([id = "", name = ""]) => ({ id, name, role: "", tz: "Asia/Shanghai", locale: "en", real_name: name }));

const NOBODY = { id: "", name: "reader", role: "", tz: "Asia/Shanghai", locale: "en" };

const STILL: Surface = { click: () => undefined, entered: undefined, enter: () => undefined, errors: {} };

function readerOf(language: string): Reader {
  const reader = {
    person: NOBODY,
    people: PEOPLE,
    rooms: [],
    words: wordsFor(language),
    locale: language,
    tz: "Asia/Shanghai",
    run: () => undefined,
  };
  return reader;
}

export function SlackShown({ blocks, language }: { blocks: unknown[]; language: string }) {
  return (
    <Frame platform="slack" language={language}>
      <SurfaceContext value={STILL}>
        <Blocks blocks={blocks as Block[]} />
      </SurfaceContext>
    </Frame>
  );
}

export function LarkShown({ card, language }: { card: unknown; language: string }) {
  return (
    <Frame platform="lark" language={language}>
      <CardView card={card as Card} messageId="" onToast={() => undefined} />
    </Frame>
  );
}

function Frame(props: { platform: "slack" | "lark"; language: string; children: ReactNode }) {
  return (
    <ReaderContext value={readerOf(props.language)}>
      <div className={`pane ${props.platform} shown`} lang={props.language}>
        <article className="message">
          <div className="message-body">{props.children}</div>
        </article>
      </div>
    </ReaderContext>
  );
}
