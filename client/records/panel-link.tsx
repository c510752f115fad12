/** A link to a panel of this page: a real address (new tab, copy link), and no reload on a plain click. */
import type { MouseEvent, ReactNode } from "react";
import type { ActorRef } from "../../server/contract/actor.ts";
import { KindMark } from "../graph-ui/kind-mark.tsx";
import { actorName } from "../i18n/localised.ts";
import { writeView } from "../state/url.ts";
import type { Panel } from "../state/view.ts";
import { useView } from "../state/view-store.ts";
import { openPanel, panelOf } from "./panel-of.ts";
import { useWords } from "./words.ts";
import "./panel-link.css";

interface PanelLinkProps {
  panel: Panel;
  children: ReactNode;
  className?: string;
  /** Only where the text alone does not say where it leads. */
  label?: string;
}

export function PanelLink({ panel, children, className, label }: PanelLinkProps) {
  const view = useView();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openPanel(panel);
  };
  return (
    <a
      className={`panel-link ${className ?? ""}`}
      href={writeView({ ...view, panel })}
      onClick={follow}
      {...(label === undefined ? {} : { "aria-label": label })}
    >
      {children}
    </a>
  );
}

/** The mark of its kind and its name; leads to its panel. */
export function ActorLink({ actor, className }: { actor: ActorRef; className?: string }) {
  const { say, language } = useWords("records");
  return (
    <PanelLink panel={panelOf(actor)} className={`actor-link ${className ?? ""}`}>
      <KindMark kind={actor.kind} />
      <span className="actor-link__name">
        {actorName(actor, language)}
        <span className="visually-hidden">
          , {say(`vocabulary:kind.${actor.kind}`, { count: 1 })}
        </span>
      </span>
    </PanelLink>
  );
}
