/** The outbox key inside a message's metadata, by which a message whose answer was lost is found again. */

const EVENT_TYPE = "seedbed_message";

interface KeyMetadata {
  event_type: string;
  event_payload: { key: string };
}

export function metadataOf(key: string): KeyMetadata {
  return { event_type: EVENT_TYPE, event_payload: { key } };
}

export function hasKey(
  metadata: { event_type?: string; event_payload?: object } | undefined,
  key: string,
): boolean {
  const payload = metadata?.event_payload;
  return (
    metadata?.event_type === EVENT_TYPE && payload !== undefined && "key" in payload && payload.key === key
  );
}
