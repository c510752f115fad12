/** In place of what writes PDF and PPTX: a page that is one file shows the story and does not write it anew. */
export const writePdf = refuse;
export const writePptx = refuse;

async function refuse(): Promise<never> {
  throw new Error("documents: expected the service's own page (got a file)");
}
