/** Modals and App Homes: each person's stack of modals, and the one home the app publishes for them. */
import type { World } from "../world.ts";
import { holdsValue, placedElements, withIds } from "./blocks.ts";
import type { ViewSource } from "./check-view.ts";
import { currentValues, type StateValues } from "./element-values.ts";
import { LIMITS } from "./limits.ts";
import { BOT, TEAM } from "./people.ts";
import type { View, Workspace } from "./workspace.ts";

export type ViewRefusal = "not_found" | "hash_conflict" | "push_limit_reached" | "duplicate_external_id";

export class Views {
  readonly #world: World;
  readonly #workspace: Workspace;

  constructor(world: World, workspace: Workspace) {
    this.#world = world;
    this.#workspace = workspace;
  }

  /** The modal a person sees, or undefined when none is open. */
  top(userId: string): View | undefined {
    return this.#stack(userId).at(-1);
  }

  home(userId: string): View | undefined {
    return this.#workspace.kept.homes[userId];
  }

  find(viewId: string): View | undefined {
    return this.#all().find((view) => view.id === viewId);
  }

  /** Opens a modal; whatever modals the person had open go away. */
  open(userId: string, source: ViewSource): View | ViewRefusal {
    if (this.#externalIdTaken(source)) return "duplicate_external_id";
    const view = this.#create(userId, source);
    this.#workspace.kept.modals[userId] = [view];
    this.#changed("view", userId);
    return view;
  }

  /** Puts a modal on top of the open ones. */
  push(userId: string, source: ViewSource): View | ViewRefusal {
    const stack = this.#stack(userId);
    if (stack.length >= LIMITS.view.stack) return "push_limit_reached";
    if (this.#externalIdTaken(source)) return "duplicate_external_id";
    const view = this.#create(userId, source, stack);
    this.#workspace.kept.modals[userId] = [...stack, view];
    this.#changed("view", userId);
    return view;
  }

  /** Replaces what a view shows; what the person entered stays where block and action ids stay. */
  update(view: View, source: ViewSource, hash?: string): View | ViewRefusal {
    if (hash !== undefined && hash !== view.hash) return "hash_conflict";
    view.source = this.#named(source);
    view.hash = this.#newHash();
    this.#changed(source.type === "home" ? "home" : "view", view.user);
    return view;
  }

  /** Finds an open view as views.update names it. */
  findBy(viewId: string | undefined, externalId: string | undefined): View | undefined {
    return this.#all().find((view) =>
      viewId === undefined ? view.source.external_id === externalId : view.id === viewId,
    );
  }

  publish(userId: string, source: ViewSource, hash?: string): View | ViewRefusal {
    const home = this.home(userId);
    if (home !== undefined) return this.update(home, source, hash);
    const view = this.#create(userId, source);
    this.#workspace.kept.homes[userId] = view;
    this.#changed("home", userId);
    return view;
  }

  /** Closes the modal on top, so that the one below shows again. */
  pop(userId: string): void {
    this.#workspace.kept.modals[userId] = this.#stack(userId).slice(0, -1);
    this.#changed("view", userId);
  }

  clear(userId: string): void {
    this.#workspace.kept.modals[userId] = [];
    this.#changed("view", userId);
  }

  /** Remembers what a person entered in one element. */
  choose(view: View, values: StateValues): void {
    for (const [blockId, actions] of Object.entries(values))
      view.chosen[blockId] = { ...view.chosen[blockId], ...actions };
    this.#world.changed();
  }

  #stack(userId: string): View[] {
    return this.#workspace.kept.modals[userId] ?? [];
  }

  #all(): View[] {
    const { modals, homes } = this.#workspace.kept;
    return [...Object.values(modals).flat(), ...Object.values(homes)];
  }

  #externalIdTaken(source: ViewSource): boolean {
    if (source.external_id === undefined) return false;
    return this.#all().some((view) => view.source.external_id === source.external_id);
  }

  #create(user: string, source: ViewSource, below: readonly View[] = []): View {
    const id = this.#world.newId("V");
    return {
      id,
      user,
      source: this.#named(source),
      hash: this.#newHash(),
      chosen: {},
      root: below[0]?.id ?? id,
      previous: below.at(-1)?.id ?? null,
    };
  }

  #named(source: ViewSource): ViewSource {
    return { ...source, blocks: withIds(source.blocks, () => this.#world.newId("", 5)) };
  }

  #newHash(): string {
    return `${Math.floor(this.#world.now() / 1000)}.${this.#world.newId("h")}`;
  }

  #changed(type: "view" | "home", user: string): void {
    this.#world.emit({ platform: "slack", type, user });
    this.#world.changed();
  }
}

/** A view as the API answers it and as payloads carry it. */
export function apiView(view: View) {
  const { source } = view;
  const stateful = placedElements(source.blocks).filter(({ element }) => holdsValue(element));
  return {
    id: view.id,
    team_id: TEAM.id,
    type: source.type,
    blocks: source.blocks,
    private_metadata: source.private_metadata ?? "",
    callback_id: source.callback_id ?? "",
    state: { values: currentValues(stateful, view.chosen) },
    hash: view.hash,
    title: source.title ?? { type: "plain_text", text: BOT.realName, emoji: true },
    clear_on_close: source.clear_on_close ?? false,
    notify_on_close: source.notify_on_close ?? false,
    close: source.close ?? null,
    submit: source.submit ?? null,
    previous_view_id: view.previous,
    root_view_id: view.root,
    app_id: BOT.appId,
    external_id: source.external_id ?? "",
    app_installed_team_id: TEAM.id,
    bot_id: BOT.botId,
  };
}
