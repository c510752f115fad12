/** The addresses that answer files for use without the service; the client's `ask` does not know them. */
import { z } from "zod";

const story = z.string().min(1).max(200);
const notes = z
  .enum(["with", "without"])
  .describe("Whether the speaker’s notes go along; what is handed out has none.");

export const files = {
  package: {
    path: "/api/package",
    summary:
      "Everything that a page needs to answer questions by itself; of a large graph the part around the story",
    query: z.strictObject({
      story: story.optional().describe("Id of the story that goes along."),
      notes: notes.default("with"),
    }),
    mediaType: "application/json",
  },
  storyFile: {
    path: "/api/stories/:id/file.html",
    summary:
      "A story as one HTML file with the program and the graph in it, for use without network",
    params: z.strictObject({ id: story.describe("Id of the story.") }),
    query: z.strictObject({
      lang: z.enum(["de", "en"]).default("de").describe("Language in which the file opens."),
      notes: notes.default("without"),
    }),
    mediaType: "text/html",
  },
} as const;

export type FileName = keyof typeof files;
