/** What colours, icons, discs and ribbons of the present picture mean: only what is in view. */
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Scene } from "../../graph/scene.ts";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import {
  type LegendItem,
  type LegendMark,
  type LegendOptions,
  legendOf,
} from "../../graph-ui/legend-entries.ts";
import "./legend.css";

interface LegendProps extends LegendOptions {
  scene: Scene;
}

export function Legend({ scene, ...options }: LegendProps) {
  const { t } = useTranslation(["legend", "vocabulary"]);
  return (
    <section className="legend" aria-label={t("title")}>
      <ul className="legend__list">
        {legendOf(scene, options, t).map((item) => (
          <li key={item.kind ?? item.mark} className="legend__entry">
            <Mark {...item} />
            {item.text}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Mark({ mark, kind }: LegendItem) {
  if (mark === "kind") return <KindMark kind={kind} size={18} />;
  return (
    <svg className="legend__shape" viewBox="0 0 28 18" aria-hidden="true">
      {SHAPES[mark]}
    </svg>
  );
}

const SHAPES: Record<LegendMark, ReactNode> = {
  size: (
    <>
      <circle className="legend__disc" cx="7" cy="9" r="3.5" />
      <circle className="legend__disc" cx="19" cy="9" r="7" />
    </>
  ),
  ribbon: <path className="legend__ribbon" d="M1 9H27" strokeWidth="7" />,
  bridges: (
    <>
      <path className="legend__ribbon" d="M1 9H27" strokeWidth="8" />
      <path className="legend__core" d="M1 9H27" strokeWidth="3" />
    </>
  ),
  suggested: (
    <path className="legend__strong" d="M1 9H27" strokeWidth="2.4" strokeDasharray="7 4" />
  ),
  broker: (
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
  ),
  both: <path className="legend__plain" d="M1 9H27" strokeWidth="1.6" />,
  link: <path className="legend__link" d="M1 9H27" strokeWidth="2" />,
  strong: <path className="legend__strong" d="M1 9H27" strokeWidth="3.2" />,
  membership: <path className="legend__membership" d="M1 9H27" strokeWidth="2" />,
  faded: <circle className="legend__disc legend__disc--faded" cx="14" cy="9" r="6.5" />,
};
