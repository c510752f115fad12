/** Markdown on the page: built from its paragraphs, element by element, so nothing that was typed is ever HTML. */
import { Fragment, type ReactNode, useMemo } from "react";
import { markdownBlocks } from "./markdown.ts";
import type { TextBlock, TextRun } from "./sheet.ts";

export function Markdown({ text }: { text: string }) {
  const blocks = useMemo(() => markdownBlocks(text), [text]);
  return <TextBlocks blocks={blocks} />;
}

/** Paragraphs and nested lists; headings are paragraphs in bold: the page has its own headings. */
export function TextBlocks({ blocks }: { blocks: readonly TextBlock[] }) {
  return <>{elementsOf(blocks, 0)}</>;
}

function elementsOf(blocks: readonly TextBlock[], level: number): ReactNode[] {
  const elements: ReactNode[] = [];
  for (let at = 0; at < blocks.length; ) {
    const block = blocks[at];
    if (!block) break;
    if (block.level <= level) {
      elements.push(<p key={at}>{runsOf(block)}</p>);
      at++;
      continue;
    }
    const end = endOfList(blocks, at, level);
    elements.push(<List key={at} blocks={blocks.slice(at, end)} level={level + 1} />);
    at = end;
  }
  return elements;
}

/** A list ends where its level ends, or where its marks turn from numbers to bullets or back. */
function endOfList(blocks: readonly TextBlock[], from: number, level: number): number {
  const isNumbered = isNumber(blocks[from]);
  for (let at = from + 1; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || block.level <= level) return at;
    const isEntry = block.level === level + 1 && block.mark !== "";
    if (isEntry && isNumber(block) !== isNumbered) return at;
  }
  return blocks.length;
}

function isNumber(block: TextBlock | undefined): boolean {
  return /^\d/.test(block?.mark ?? "");
}

function List({ blocks, level }: { blocks: readonly TextBlock[]; level: number }) {
  const starts = blocks.flatMap((block, index) =>
    index === 0 || (block.level === level && block.mark !== "") ? [index] : [],
  );
  const entries = starts.map((start, index) => {
    const own = blocks.slice(start, starts[index + 1]);
    const [head, ...rest] = own;
    const isLine = head?.level === level;
    return (
      <li key={start}>
        {isLine && runsOf(head)}
        {elementsOf(isLine ? rest : own, level)}
      </li>
    );
  });
  if (!isNumber(blocks[0])) return <ul>{entries}</ul>;
  return <ol start={Number.parseInt(blocks[0]?.mark ?? "1", 10)}>{entries}</ol>;
}

function runsOf({ runs, isHeading }: TextBlock): ReactNode {
  let at = 0;
  const parts = runs.map((run) => {
    const key = at;
    at += run.text.length;
    return <Run key={key} run={run} />;
  });
  return isHeading ? <strong>{parts}</strong> : parts;
}

function Run({ run }: { run: TextRun }) {
  let content: ReactNode = linesOf(run.text);
  if (run.italic) content = <em>{content}</em>;
  if (run.bold) content = <strong>{content}</strong>;
  if (!run.href) return content;
  return (
    <a className="link" href={run.href} target="_blank" rel="noreferrer noopener">
      {content}
    </a>
  );
}

function linesOf(text: string): ReactNode {
  const lines = text.split("\n");
  let at = 0;
  return lines.map((line, index) => {
    const key = at;
    at += line.length + 1;
    return (
      <Fragment key={key}>
        {index > 0 && <br />}
        {line}
      </Fragment>
    );
  });
}
