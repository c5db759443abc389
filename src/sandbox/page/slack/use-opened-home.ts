/** Opens the App Home once, as looking at it does in Slack. */
import { useEffect, useState } from "react";
import { read } from "../shared/api.ts";
import type { View } from "./shapes.ts";

interface Opened {
  done: boolean;
  home: View | null;
  error?: string;
}

export function useOpenedHome(user: string): Opened {
  const [opened, setOpened] = useState<Opened>({ done: false, home: null });
  useEffect(() => {
    let wanted = true;
    const tell = (next: Opened) => {
      if (wanted) setOpened(next);
    };
    read<{ home: View | null }>(`/slack/home?user=${encodeURIComponent(user)}`).then(
      ({ home }) => tell({ done: true, home }),
      (error: Error) => tell({ done: true, home: null, error: error.message }),
    );
    return () => {
      wanted = false;
    };
  }, [user]);
  return opened;
}
