/** What appears when the pointer or the focus is on a message: reply, and the app's shortcuts. */
import { act } from "../shared/api.ts";
import { Icon } from "../shared/icons.tsx";
import { Menu, MenuItems } from "../shared/menu.tsx";
import { useReader } from "../shared/reader.tsx";
import type { SlackMessage } from "./shapes.ts";
import { MESSAGE_SHORTCUTS } from "./shortcuts.ts";

export function MessageTools(props: {
  message: SlackMessage;
  channel: string;
  onThread?: (message: SlackMessage) => void;
}) {
  const { message, onThread } = props;
  const { words, person, locale, run } = useReader();
  const language = locale.startsWith("zh") ? "zh" : "en";
  return (
    <div className="message-tools">
      {onThread !== undefined && (
        <button
          type="button"
          className="icon"
          aria-label={words.reply}
          title={words.reply}
          onClick={() => onThread(message)}
        >
          <Icon name="bubble" size={17} />
        </button>
      )}
      <Menu label={<Icon name="dots" />} name={words.more} className="right" buttonClass="icon">
        {(close) => (
          <MenuItems
            name={words.more}
            close={close}
            items={MESSAGE_SHORTCUTS.map(({ callbackId, label }) => ({
              key: callbackId,
              label: label[language],
              onChoose: () =>
                run(() =>
                  act("/slack/shortcut", {
                    user: person.id,
                    callback_id: callbackId,
                    channel: props.channel,
                    ts: message.ts,
                  }),
                ),
            }))}
          />
        )}
      </Menu>
    </div>
  );
}
