/** What lies over the picture while there is nothing to draw: waiting, failed, empty, or nobody chosen. */
import { CircleDot, SearchX } from "lucide-react";
import { useTranslation } from "react-i18next";
import { FIRST_VIEW, filterCount, NO_FILTERS } from "../state/view.ts";
import { setOpportunities, setView, useView } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { EmptyState, ErrorState, errorKind, Loading } from "../ui/states.tsx";
import type { SceneState } from "./use-scene.ts";
import "./stage-state.css";

export function StageState({ scene, state, error, retry }: SceneState) {
  const { t } = useTranslation("graph-ui");
  const view = useView();
  const isExplored = view.page === "explore";
  const isFiltered = isExplored && filterCount(view.filters) > 0;
  const reset = (
    <Button
      variant="primary"
      onPress={() => setView({ filters: NO_FILTERS, groupKinds: FIRST_VIEW.groupKinds })}
    >
      {t("reset")}
    </Button>
  );
  const toGroups = (
    <Button variant="primary" onPress={() => setView({ layout: "groups" })}>
      {t("toGroups")}
    </Button>
  );
  // Asking the same again would be refused again.
  const isRefused = ["invalid", "unknownActor"].includes(errorKind(error));
  const isPair = view.page === "opportunities";
  const toOpportunities = (
    <Button variant="primary" onPress={() => setOpportunities({ pair: null })}>
      {t("toOpportunities")}
    </Button>
  );
  if (state === "waiting") {
    return (
      <div className="stage-state">
        <Loading
          lines={0}
          label={t(isExplored && view.layout === "force" ? "arranging" : "loading")}
        />
      </div>
    );
  }
  if (state === "failed") {
    return (
      <div className="stage-state stage-state--solid">
        <ErrorState
          error={error}
          {...(isRefused ? {} : { retry })}
          action={
            isPair
              ? toOpportunities
              : isFiltered
                ? reset
                : isExplored && view.layout === "radial"
                  ? toGroups
                  : null
          }
        />
      </div>
    );
  }
  if (state === "choosing") {
    return (
      <div className="stage-state stage-state--solid">
        <EmptyState
          icon={<CircleDot aria-hidden />}
          title={t("chooseTitle")}
          text={t("chooseText")}
          action={toGroups}
        />
      </div>
    );
  }
  if (isPair && scene?.nodes.length === 0) {
    return (
      <div className="stage-state stage-state--solid">
        <EmptyState title={t("noPairTitle")} text={t("noPairText")} action={toOpportunities} />
      </div>
    );
  }
  if (scene?.nodes.length === 0 || (isFiltered && scene?.nodes.every((node) => node.faded))) {
    return (
      <div className="stage-state">
        <EmptyState
          icon={<SearchX aria-hidden />}
          title={t(isFiltered ? "emptyTitle" : "noGroupsTitle")}
          text={t(isFiltered ? "emptyText" : "noGroupsText")}
          action={reset}
        />
      </div>
    );
  }
  return null;
}
