/** Brings an actor into view, wherever it is: drawn already, inside a closed group, or outside the radial picture. */
import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef } from "react";
import { question } from "../api.ts";
import type { Picture, Scene } from "../graph/scene.ts";
import { getView, setView } from "../state/view-store.ts";
import type { Described } from "./describe.ts";

export interface Reveal {
  reveal: (id: string) => void;
  /** To call with each new scene: shows whoever was asked for before it was drawn. */
  onScene: (scene: Scene) => void;
}

export function useReveal(
  picture: RefObject<Picture | null>,
  described: RefObject<Described>,
): Reveal {
  const queryClient = useQueryClient();
  const wanted = useRef<string | null>(null);

  const openHome = async (id: string) => {
    const { groups } = await queryClient.fetchQuery(question("actor", [["id", id]]));
    const { nodes } = described.current.scene;
    const home = groups.find((group) => nodes.some((node) => node.id === group.id));
    const { open } = getView();
    if (home && !open.includes(home.id)) setView({ open: [...open, home.id] }, { replace: true });
  };

  return {
    reveal(id) {
      const isDrawn = described.current.scene.nodes.some((node) => node.id === id);
      const { page, layout } = getView();
      if (isDrawn) picture.current?.reveal(id);
      else if (page !== "explore") return;
      else if (layout === "radial") setView({ centre: id }, { replace: true });
      else if (layout === "groups") {
        wanted.current = id;
        // A failure is the panel's to show: it asks the same.
        openHome(id).catch(() => undefined);
      }
    },
    onScene({ nodes }) {
      const id = wanted.current;
      if (id === null || !nodes.some((node) => node.id === id)) return;
      wanted.current = null;
      picture.current?.reveal(id);
    },
  };
}
