/** The present view as a file: PNG or SVG of a chosen size; of a pair of groups, a sheet as PDF. */
import { FileText, Image, PenTool } from "lucide-react";
import { useState } from "react";
import { Input, Label, NumberField, TextField } from "react-aria-components";
import { composePage } from "../drawing/page.ts";
import { toPng } from "../drawing/png.ts";
import { toSvg } from "../drawing/svg.ts";
import { pairAsText } from "../features/opportunities/as-text.ts";
import { planeViewOf } from "../graph/arrangement.ts";
import { stageNow } from "../graph-ui/stage-now.ts";
import type { HandOut, Sheet } from "../handout/sheet.ts";
import type { Language } from "../i18n/language.ts";
import { opportunityParameters } from "../records/opportunities-question.ts";
import { useWords } from "../records/words.ts";
import type { View } from "../state/view.ts";
import { getView } from "../state/view-store.ts";
import { Button } from "../ui/button.tsx";
import { Choice } from "../ui/choice.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { useFileWork, WorkLine } from "./hand-out-menu.tsx";
import { fileName } from "./save-file.ts";
import { asideBlocks, handOutWords, viewSheet, wordsIn } from "./sheets.ts";
import { makerNow, writeHandOut } from "./write-story.ts";
import "./stories.css";

const SIZES = {
  slide: { width: 1920, height: 1080 },
  large: { width: 3840, height: 2160 },
  square: { width: 1600, height: 1600 },
  a4: { width: 2480, height: 3508 },
} as const;
type SizeName = keyof typeof SIZES | "own";
const LIMITS = { least: 400, most: 8_000 } as const;

interface HandOutViewProps {
  /** The heading that is proposed. */
  title: string;
  onClose: () => void;
}

export function HandOutView({ title, onClose }: HandOutViewProps) {
  const { say } = useWords("workshop");
  return (
    <Dialog
      title={say("handOut.picture")}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
    >
      <ViewForm proposed={title} />
    </Dialog>
  );
}

function ViewForm({ proposed }: { proposed: string }) {
  const { say, language } = useWords("workshop");
  const [title, setTitle] = useState(proposed);
  const [name, setName] = useState<SizeName>("slide");
  const [own, setOwn] = useState<{ width: number; height: number }>(SIZES.slide);
  const work = useFileWork();
  const size = name === "own" ? own : SIZES[name];
  const isPair = getView().page === "opportunities" && getView().opportunities.pair !== null;
  const write = (format: "png" | "svg") =>
    void work.run(fileName(title, format), async (signal) => {
      const sheet = { ...(await sheetNow(language, signal)), title };
      const { measure } = makerNow(language, signal);
      const drawing = composePage(sheet, handOutWords(language), size, measure);
      if (format === "png") return toPng(drawing, 1);
      const text = toSvg(drawing, { title, description: sheet.status, language });
      return new Blob([text], { type: "image/svg+xml" });
    });
  const writePair = () =>
    void work.run(fileName(title, "pdf"), async (signal, onProgress) =>
      writeHandOut("pdf", await pairSheet(title, language, signal), { signal, onProgress }),
    );
  const isBusy = work.running !== null;
  const sizeNames: readonly SizeName[] = ["slide", "large", "square", "a4", "own"];
  return (
    <div className="workshop-dialog">
      <TextField value={title} onChange={setTitle} maxLength={200} className="words-field">
        <Label className="words-field__label">{say("handOut.caption")}</Label>
        <Input className="workshop-field" />
      </TextField>
      <Choice
        label={say("handOut.size")}
        value={name}
        onChange={setName}
        options={sizeNames.map((value) => ({ value, label: say(`handOut.sizes.${value}`) }))}
      />
      {name === "own" ? (
        <div className="hand-out__size">
          {(["width", "height"] as const).map((side) => (
            <NumberField
              key={side}
              className="words-field"
              value={own[side]}
              minValue={LIMITS.least}
              maxValue={LIMITS.most}
              onChange={(value) => setOwn({ ...own, [side]: value })}
            >
              <Label className="words-field__label">{say(`handOut.${side}`)}</Label>
              <Input className="workshop-field" />
            </NumberField>
          ))}
        </div>
      ) : null}
      <ul className="hand-out__formats">
        <li>
          <Button icon={<Image aria-hidden />} isDisabled={isBusy} onPress={() => write("png")}>
            {say("handOut.png")}
          </Button>
          <span className="workshop-dialog__hint">{say("handOut.pngHint")}</span>
        </li>
        <li>
          <Button icon={<PenTool aria-hidden />} isDisabled={isBusy} onPress={() => write("svg")}>
            {say("handOut.svg")}
          </Button>
          <span className="workshop-dialog__hint">{say("handOut.svgHint")}</span>
        </li>
        {isPair ? (
          <li>
            <Button icon={<FileText aria-hidden />} isDisabled={isBusy} onPress={writePair}>
              {say("handOut.asPdf")}
            </Button>
            <span className="workshop-dialog__hint">{say("handOut.sheet")}</span>
          </li>
        ) : null}
      </ul>
      <WorkLine work={work} />
    </div>
  );
}

/** As it is on the screen: the same places, from where the person looks. */
async function sheetNow(language: Language, signal: AbortSignal): Promise<Sheet> {
  const stage = stageNow();
  const view = getView();
  const isFramed = stage === null || stage.picture.isFramed();
  return viewSheet(view, makerNow(language, signal), {
    camera: isFramed ? null : planeViewOf(stage.picture.camera(), stage.size),
    places: null,
    drawn: stage?.scene,
  });
}

/** The picture of the pair, then everything about it in words. */
async function pairSheet(title: string, language: Language, signal: AbortSignal): Promise<HandOut> {
  const view: View = { ...getView(), panel: null };
  const maker = makerNow(language, signal);
  const asked = opportunityParameters(view.opportunities);
  const picture = await viewSheet(view, maker, { camera: null, places: null });
  const answer = asked && (await maker.ask("opportunity", asked));
  const text = answer ? pairAsText(answer, wordsIn(language, "opportunities"), "") : "";
  const blocks = asideBlocks(text, Number.POSITIVE_INFINITY);
  const words: Sheet = {
    ...picture,
    title,
    draw: null,
    legend: [],
    status: "",
    caption: blocks.slice(1),
  };
  return {
    language,
    title,
    subtitle: "",
    sheets: [{ ...picture, title }, words],
    words: handOutWords(language),
  };
}
