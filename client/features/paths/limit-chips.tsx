/** The limits that hold, each a chip that can be taken away. */
import { RotateCcw } from "lucide-react";
import { useTranslation } from "react-i18next";
import { KindMark } from "../../graph-ui/kind-mark.tsx";
import { useLanguage } from "../../i18n/language.ts";
import { actorName } from "../../i18n/localised.ts";
import { typeNoun } from "../../records/hop-words.ts";
import { useWords } from "../../records/words.ts";
import { setPaths, useView } from "../../state/view-store.ts";
import { Button } from "../../ui/button.tsx";
import { Chip } from "../../ui/chip.tsx";
import { useActor } from "./actor-field.tsx";
import { NO_LIMITS } from "./limits.ts";
import { typeChips, withType } from "./steps.ts";

export function LimitChips() {
  const { t } = useTranslation(["paths", "vocabulary"]);
  const words = useWords("paths");
  const { paths } = useView();
  const { notVia, notKinds, types, year, confidence, kappa } = paths;
  const isPath = paths.task === "path";
  const { without, only } = typeChips(types);
  const noun = (type: (typeof types)[number]) =>
    type === "PARTICIPATES_IN" ? t("chip.participations") : typeNoun(type, 2, words);
  const chips = [
    ...notKinds.map((kind) => ({
      key: `kind:${kind}`,
      name: t("chip.notKind", { name: t(`vocabulary:kind.${kind}`, { count: 2 }) }),
      remove: () => setPaths({ notKinds: notKinds.filter((other) => other !== kind) }),
    })),
    ...without.map((type) => ({
      key: `without:${type}`,
      name: t("chip.withoutType", { name: noun(type) }),
      remove: () => setPaths({ types: withType(types, type) }),
    })),
    ...only.map((type) => ({
      key: `only:${type}`,
      name: t("chip.onlyType", { name: noun(type) }),
      remove: () => setPaths({ types: types.filter((other) => other !== type) }),
    })),
    ...(year === null
      ? []
      : [
          {
            key: "year",
            name: t("chip.year", { year }),
            remove: () => setPaths({ year: null }),
          },
        ]),
    ...(confidence === null
      ? []
      : [
          {
            key: "confidence",
            name: t(`vocabulary:confidenceAtLeast.${confidence}`),
            remove: () => setPaths({ confidence: null }),
          },
        ]),
    ...(kappa === 0
      ? []
      : [
          {
            key: "kappa",
            name: t("chip.kappa", { percent: Math.round(kappa * 100) }),
            remove: () => setPaths({ kappa: 0 }),
          },
        ]),
    ...(isPath && paths.ends === "members"
      ? [{ key: "ends", name: t("chip.members"), remove: () => setPaths({ ends: "actor" }) }]
      : []),
  ];
  const number = chips.length + notVia.length + (isPath && paths.via !== null ? 1 : 0);
  if (number === 0) return null;
  return (
    <section className="paths-bar__chips" aria-label={t("limits")}>
      {notVia.map((id) => (
        <ActorChip
          key={`not:${id}`}
          id={id}
          text="chip.notVia"
          onRemove={() => setPaths({ notVia: notVia.filter((other) => other !== id) })}
        />
      ))}
      {isPath && paths.via !== null ? (
        <ActorChip id={paths.via} text="chip.via" onRemove={() => setPaths({ via: null })} />
      ) : null}
      {chips.map(({ key, name, remove }) => (
        <Chip key={key} isSelected name={name} onRemove={remove} />
      ))}
      {number > 1 ? (
        <Button
          variant="quiet"
          icon={<RotateCcw aria-hidden />}
          onPress={() => setPaths(NO_LIMITS)}
        >
          {t("reset")}
        </Button>
      ) : null}
    </section>
  );
}

interface ActorChipProps {
  id: string;
  text: "chip.notVia" | "chip.via";
  onRemove: () => void;
}

function ActorChip({ id, text, onRemove }: ActorChipProps) {
  const { t } = useTranslation("paths");
  const language = useLanguage();
  const actor = useActor(id);
  return (
    <Chip
      isSelected
      name={t(text, { name: actor ? actorName(actor, language) : id })}
      {...(actor ? { icon: <KindMark kind={actor.kind} size={16} /> } : {})}
      onRemove={onRemove}
    />
  );
}
