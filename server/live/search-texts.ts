/** The texts of a build that the search looks at; both sides of it read them here. */
import type { Build } from "../snapshot/build.ts";
import type { SearchDocument } from "../snapshot/search-index.ts";
import { readString, row, Snapshot } from "../snapshot/snapshot.ts";

export class SearchTexts {
  readonly snapshot: Snapshot;
  readonly #build: Build;
  /** The names of each topic in both languages. */
  readonly #topicNames: string[][];

  constructor(build: Build) {
    this.snapshot = new Snapshot(build.data);
    this.#build = build;
    this.#topicNames = build.data.topics.map(({ nameDe, nameEn }) => [
      ...new Set([nameDe, nameEn]),
    ]);
  }

  documentOf(actor: number): SearchDocument {
    const { snapshot } = this;
    const nameEn = snapshot.actorNameEn(actor);
    const city = snapshot.actorCity(actor);
    const aliases = readString(this.#build.aliases, actor);
    const topics = row(snapshot.data.actors.topics, actor);
    return {
      name: [snapshot.actorName(actor)],
      nameEn: nameEn === null ? [] : [nameEn],
      alias: aliases === "" ? [] : aliases.split("\n"),
      city: city === null ? [] : [city],
      topic: [...topics].flatMap((topic) => this.#topicNames[topic] ?? []),
    };
  }
}
