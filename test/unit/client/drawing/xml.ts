/** Reads XML with the parser of Python, which is not ours and forgives nothing. */
import { spawnSync } from "node:child_process";
import { isCi } from "../../../environment.ts";
import { runPython } from "../../../python/python.ts";

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: XmlElement[];
}

type Described = [string, Record<string, string>, string, Described[]];

const isThere = spawnSync("python3", ["--version"], { stdio: "ignore" }).status === 0;

/** On a person's machine without Python; never in CI. */
export const isXmlSkipped = !isThere && !isCi;

export function parseXml(input: string): XmlElement {
  // The answer is what read-xml.py of this repository writes.
  return elementOf(runPython("python3", "read-xml.py", { input }) as Described);
}

/** All elements of the name, in the order of the file. */
export function elementsNamed(root: XmlElement, name: string): XmlElement[] {
  const own = root.name === name ? [root] : [];
  return [...own, ...root.children.flatMap((child) => elementsNamed(child, name))];
}

function elementOf([name, attributes, text, children]: Described): XmlElement {
  return { name, attributes, text, children: children.map(elementOf) };
}
