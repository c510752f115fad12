/** What colours, icons, discs and ribbons of the present picture mean: only what is in view. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { ACTOR_KINDS, type ActorKind } from "../../../server/contract/vocabulary.ts";
import type { Scene } from "../../graph/scene.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import "./legend.css";

interface LegendProps {
  scene: Scene;
  /** What the area of a disc says. */
  sizeOf: "members" | "links";
  /** Why something is pale. */
  fadedBy: "filters" | "path";
}

export function Legend({ scene, sizeOf, fadedBy }: LegendProps) {
  const { t } = useTranslation(["legend", "vocabulary"]);
  // Beside a path that is lit, the pale rest needs no explanation but that it is pale.
  const isLit = fadedBy === "path" && scene.nodes.some((node) => node.strong);
  const explained = isLit ? withoutFaded(scene) : scene;
  const kinds = kindsOf(explained);
  const roles = new Set(
    explained.edges.filter((edge) => edge.pattern === undefined).map((edge) => edge.role),
  );
  const patterns = new Set(scene.edges.map((edge) => edge.pattern));
  const hasDiscs = explained.nodes.some((node) => node.role === "disc") && !isLit;
  const hasFaded = scene.nodes.some((node) => node.faded);
  return (
    <section className="legend" aria-label={t("title")}>
      <ul className="legend__list">
        {kinds.map((kind) => (
          <li key={kind} className="legend__entry">
            <KindMark kind={kind} size={18} />
            {t(`vocabulary:kind.${kind}`, { count: 2 })}
          </li>
        ))}
        {hasDiscs ? (
          <Entry
            text={t(`size.${sizeOf}`)}
            shape={
              <>
                <circle className="legend__disc" cx="7" cy="9" r="3.5" />
                <circle className="legend__disc" cx="19" cy="9" r="7" />
              </>
            }
          />
        ) : null}
        {roles.has("ribbon") ? (
          <>
            <Entry
              text={t(patterns.size > 1 ? "recorded" : "ribbon")}
              shape={<path className="legend__ribbon" d="M1 9H27" strokeWidth="7" />}
            />
            {scene.edges.some((edge) => edge.bridges > 0) ? (
              <Entry
                text={t("bridges")}
                shape={
                  <>
                    <path className="legend__ribbon" d="M1 9H27" strokeWidth="8" />
                    <path className="legend__core" d="M1 9H27" strokeWidth="3" />
                  </>
                }
              />
            ) : null}
          </>
        ) : null}
        {patterns.has("dashed") ? (
          <Entry
            text={t("suggested")}
            shape={
              <path
                className="legend__strong"
                d="M1 9H27"
                strokeWidth="2.4"
                strokeDasharray="7 4"
              />
            }
          />
        ) : null}
        {scene.nodes.some((node) => node.mark === "broker") ? (
          <Entry
            text={t("broker")}
            shape={
              <>
                <circle className="legend__filled" cx="8" cy="9" r="4" />
                <circle className="legend__broker" cx="8" cy="9" r="7" strokeWidth="1.8" />
                <path
                  className="legend__plain"
                  d="M17 9H27"
                  strokeWidth="2.2"
                  strokeLinecap="round"
                  strokeDasharray="0.01 4.5"
                />
              </>
            }
          />
        ) : null}
        {patterns.has("solid") ? (
          <Entry
            text={t("both")}
            shape={<path className="legend__plain" d="M1 9H27" strokeWidth="1.6" />}
          />
        ) : null}
        {explained.edges.some(
          (edge) => edge.role === "link" && !edge.strong && edge.pattern === undefined,
        ) ? (
          <Entry
            text={t("link")}
            shape={<path className="legend__link" d="M1 9H27" strokeWidth="2" />}
          />
        ) : null}
        {scene.edges.some((edge) => edge.strong) ? (
          <Entry
            text={t("strong")}
            shape={<path className="legend__strong" d="M1 9H27" strokeWidth="3.2" />}
          />
        ) : null}
        {roles.has("membership") ? (
          <Entry
            text={t("membership")}
            shape={<path className="legend__membership" d="M1 9H27" strokeWidth="2" />}
          />
        ) : null}
        {hasFaded ? (
          <Entry
            text={t(`faded.${fadedBy}`)}
            shape={<circle className="legend__disc legend__disc--faded" cx="14" cy="9" r="6.5" />}
          />
        ) : null}
      </ul>
    </section>
  );
}

function Entry({ text, shape }: { text: string; shape: ReactNode }) {
  return (
    <li className="legend__entry">
      <svg className="legend__shape" viewBox="0 0 28 18" aria-hidden="true">
        {shape}
      </svg>
      {text}
    </li>
  );
}

function withoutFaded({ nodes, edges }: Scene): Scene {
  return {
    nodes: nodes.filter((node) => !node.faded),
    edges: edges.filter((edge) => !edge.faded),
  };
}

function kindsOf(scene: Scene): ActorKind[] {
  const present = new Set(scene.nodes.map((node) => node.kind));
  return ACTOR_KINDS.filter((kind) => present.has(kind));
}
