/** The API's page for people: plain HTML from the OpenAPI document, no script, no other file. */
import { filterShape } from "../contract/filters.ts";
import { PROBLEMS } from "../contract/problem.ts";
import type { OpenApiDocument, Operation, Parameter } from "./openapi.ts";

export const docsStyle = `
:root { color-scheme: light dark; --ink: #1b2230; --soft: #4a5468; --paper: #fbfbf9; --card: #ffffff; --line: #d5d9e0; --accent: #0b5394; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaf0; --soft: #b3bac8; --paper: #14171d; --card: #1c2028; --line: #3a4150; --accent: #8ec5ff; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, "Segoe UI", Roboto, sans-serif; }
header, main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1.25rem; }
h1 { margin: 0.5rem 0; font-size: 2rem; line-height: 1.2; }
h2 { margin: 2.5rem 0 0.75rem; font-size: 1.35rem; }
a { color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code, pre { font: 0.9em/1.5 ui-monospace, "Cascadia Mono", Menlo, monospace; }
section { padding: 1rem 1.25rem; margin: 1rem 0; background: var(--card); border: 1px solid var(--line); border-radius: 0.6rem; }
section h3 { margin: 0 0 0.25rem; font-size: 1.05rem; overflow-wrap: anywhere; }
.method { padding: 0.1rem 0.5rem; margin-right: 0.5rem; border: 1px solid var(--accent); border-radius: 0.3rem; color: var(--accent); font-size: 0.8rem; font-weight: 600; }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.5rem 0; text-align: left; color: var(--soft); }
th, td { padding: 0.4rem 0.75rem 0.4rem 0; border-top: 1px solid var(--line); text-align: left; vertical-align: top; }
th:first-child { width: 20%; }
td, th { overflow-wrap: anywhere; }
summary { padding: 0.4rem 0; cursor: pointer; color: var(--accent); }
pre { max-height: 24rem; margin: 0; padding: 0.75rem; overflow: auto; border: 1px solid var(--line); border-radius: 0.4rem; }
nav ul { padding: 0; margin: 0; columns: 18rem; list-style: none; }
`;

export function docsPage(document: OpenApiDocument): string {
  const operations = Object.entries(document.paths).flatMap(([path, { get, post }]) => [
    ...(get ? [{ path, method: "GET" as const, operation: get }] : []),
    ...(post ? [{ path, method: "POST" as const, operation: post }] : []),
  ]);
  const { schemas } = document.components;
  const sections = operations.map(({ path, method, operation }) =>
    operationSection(path, method, operation, schemas),
  );
  const filterParameters =
    operations
      .map(({ operation }) => operation.parameters.filter(isFilter))
      .find((parameters) => parameters.length > 0) ?? [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>API of Querblick</title>
<style>${docsStyle}</style>
</head>
<body>
<header>
<h1>API of Querblick</h1>
<p>${escaped(String(document.info.description))}</p>
<p>The same for programs: <a href="/api/openapi.json">OpenAPI 3.1</a>. <a href="/">Back to the explorer</a>.</p>
<nav aria-label="Addresses"><ul>
${operations.map(({ path, method, operation }) => addressLink(method === "GET" ? path : `POST ${path}`, operation)).join("\n")}
<li><a href="#filters">Filters</a></li>
<li><a href="#parts">Parts of answers</a></li>
<li><a href="#problems">Problems</a></li>
</ul></nav>
</header>
<main>
<h2 id="filters">Filters</h2>
<p>Most addresses take these, always with the same meaning. Different filters all have to hold; the values of one filter are alternatives.</p>
${parameterTable("Filters", filterParameters)}
<h2>Addresses</h2>
${sections.join("\n")}
<h2 id="parts">Parts of answers</h2>
${Object.entries(schemas)
  .filter(([name]) => !/(?:Result|Body)$/.test(name))
  .map(([name, schema]) => schemaSection(name, schema))
  .join("\n")}
<h2 id="problems">Problems</h2>
<p>Errors are <code>application/problem+json</code> (RFC 9457). <code>type</code> is one of these, or <code>about:blank</code> for an error of the service itself.</p>
${table(
  "Problem types",
  ["Type", "Title", "Status"],
  Object.entries(PROBLEMS).map(([name, { title, status }]) => [
    `<code>/problems/${name}</code>`,
    escaped(title),
    String(status),
  ]),
)}
</main>
</body>
</html>
`;
}

function addressLink(text: string, { operationId }: Operation): string {
  return `<li><a href="#${operationId}"><code>${escaped(text)}</code></a></li>`;
}

function operationSection(
  path: string,
  method: "GET" | "POST",
  operation: Operation,
  schemas: Record<string, Record<string, unknown>>,
): string {
  const { operationId, summary, parameters } = operation;
  const name = `${operationId.charAt(0).toUpperCase()}${operationId.slice(1)}`;
  const schema = schemas[`${name}Result`];
  const body = schemas[`${name}Body`];
  return `<section aria-labelledby="${operationId}">
<h3 id="${operationId}"><span class="method">${method}</span><code>${escaped(path)}</code></h3>
<p>${escaped(summary)}.</p>
${body ? jsonDetails(`Body of ${path}`, body) : parametersText(path, parameters)}
${schema ? jsonDetails(`Answer of ${method === "GET" ? "" : `${method} `}${path}`, schema) : ""}
</section>`;
}

function isFilter({ name }: Parameter): boolean {
  return name in filterShape;
}

function parametersText(path: string, parameters: Parameter[]): string {
  if (parameters.length === 0) return "<p>No parameters.</p>";
  const own = parameters.filter((parameter) => !isFilter(parameter));
  if (own.length === parameters.length) return parameterTable(`Parameters of ${path}`, own);
  const filters = `<p>Takes the <a href="#filters">filters</a>${own.length > 0 ? " and:" : "."}</p>`;
  return own.length > 0 ? filters + parameterTable(`Parameters of ${path}`, own) : filters;
}

function parameterTable(caption: string, parameters: Parameter[]): string {
  return table(
    caption,
    ["Name", "Value", "Meaning"],
    parameters.map((parameter) => [
      `<code>${parameter.name}</code>${parameter.required ? " (required)" : ""}`,
      valueText(parameter),
      prose(parameter.description),
    ]),
  );
}

function schemaSection(name: string, schema: Record<string, unknown>): string {
  return `<section aria-labelledby="part-${name}">
<h3 id="part-${name}">${name}</h3>
${jsonDetails(`Schema of ${name}`, schema)}
</section>`;
}

function jsonDetails(label: string, schema: Record<string, unknown>): string {
  const json = escaped(JSON.stringify(schema, null, 2));
  return `<details><summary>${escaped(label)} (JSON Schema)</summary>
<pre tabindex="0" role="region" aria-label="${escaped(label)}"><code>${json}</code></pre></details>`;
}

/** `1 to 200, default 20` · `one or several, with commas: hub, cluster`. */
function valueText({ schema }: Parameter): string {
  const isList = schema.type === "array";
  const item = isList ? (schema.items as Record<string, unknown>) : schema;
  let text = isList ? "one or several, with commas" : "text";
  if (Array.isArray(item.enum)) text = `${isList ? text : "one of"}: ${item.enum.join(", ")}`;
  else if (item.type === "integer") text = `${item.minimum} to ${item.maximum}`;
  else if (!isList) text = `text of at most ${item.maxLength} characters`;
  return escaped(schema.default === undefined ? text : `${text}; default ${schema.default}`);
}

/** Text in which names stand between backticks. */
function prose(text: string): string {
  return escaped(text).replaceAll(/`([^`]+)`/g, "<code>$1</code>");
}

function table(caption: string, head: string[], rows: string[][]): string {
  const cells = (row: string[]) =>
    row
      .map((cell, index) => (index === 0 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`))
      .join("");
  return `<table>
<caption>${escaped(caption)}</caption>
<thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}
</tbody></table>`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
