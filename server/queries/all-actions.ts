/** Everything that can be done, by its name in the contract's table; a missing one does not compile. */
import type { ActionName } from "../contract/api.ts";
import { keepStory, removeStory, shareStory } from "./change-story.ts";
import type { Action } from "./context.ts";
import { judge } from "./judge.ts";

export const actionHandlers: { [N in ActionName]: Action<N> } = {
  judge,
  keepStory,
  removeStory,
  shareStory,
};
