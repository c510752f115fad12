/** What limits a statement about two groups, or about all of them, in German and English. */
import type { Sentence } from "../contract/opportunities.ts";
import { CARRIED_BY_ONE } from "../snapshot/breadth.ts";
import type { Opportunity } from "../snapshot/opportunity-requests.ts";
import { GOOD_COVERAGE } from "../snapshot/pair-scores.ts";
import type { Snapshot, Structure } from "../snapshot/snapshot.ts";
import { COUNTED, listed, nameOf, percent, whole } from "./opportunity-phrases.ts";

/** Actors that belong to both groups; a group that is a member of the other is none. */
export function sharedMembers(snapshot: Snapshot, found: Opportunity): number[] {
  const groups = [snapshot.groupActor(found.groupA), snapshot.groupActor(found.groupB)];
  return found.bridges.filter((actor) => !groups.includes(actor));
}

/** Where one of the groups is itself a member of the other. */
function membershipNotes(snapshot: Snapshot, found: Opportunity): Sentence[] {
  const [a, b] = [snapshot.groupActor(found.groupA), snapshot.groupActor(found.groupB)];
  return found.bridges
    .filter((actor) => actor === a || actor === b)
    .map((actor) => {
      const [member, group] = [nameOf(snapshot, actor), nameOf(snapshot, actor === a ? b : a)];
      return {
        de: `Zu ${group.de} gehört ${member.de} selbst als Mitglied.`,
        en: `Of ${group.en}, ${member.en} is itself a member.`,
      };
    });
}

/** What limits the statement. */
export function pairNotes(
  snapshot: Snapshot,
  found: Opportunity,
  structure: Structure,
): Sentence[] {
  const notes: Sentence[] = [];
  if (structure !== null) notes.push(STRUCTURE_NOTES[structure]);
  for (const group of [found.groupA, found.groupB]) notes.push(...successorNote(snapshot, group));
  notes.push(...membershipNotes(snapshot, found));
  const shared = sharedMembers(snapshot, found);
  if (shared.length > 0) {
    const names = listed(shared.slice(0, 3).map((actor) => nameOf(snapshot, actor)));
    const n = whole(shared.length);
    const isOne = shared.length === 1;
    notes.push({
      de: `${isOne ? "Ein Akteur gehört" : `${n.de} Akteure gehören`} schon zu beiden (${names.de}); mitgerechnet ${isOne ? "ist er" : "sind sie"} nicht.`,
      en: `${isOne ? "One actor already belongs" : `${n.en} actors already belong`} to both (${names.en}); ${isOne ? "it is" : "they are"} not counted in.`,
    });
  }
  if (found.observed === 0) {
    const { noneDe, en } = COUNTED[found.basis];
    notes.push({
      de: `${noneDe}; das heißt nicht, dass es nichts gibt.`,
      en: `No ${en[0]} is recorded, which does not mean that there is none.`,
    });
  }
  if (found.basis === "projects" && found.expected >= 1 && found.breadth < CARRIED_BY_ONE) {
    const carrier = nameOf(snapshot, found.carrier);
    notes.push({
      de: `Getragen von einem Mitglied (${carrier.de}): eher dessen Gelegenheit als die der Gruppe.`,
      en: `Carried by one member (${carrier.en}): an opportunity of that member rather than of the group.`,
    });
  }
  if (found.basis === "links") {
    notes.push({
      de: "Für eine der Gruppen sind keine Projekte erfasst; gerechnet ist mit den direkten Verbindungen.",
      en: "No projects are recorded for one of the groups; direct links were counted instead.",
    });
  }
  return notes;
}

/** A group that somebody follows is asked about in vain: the successor is who to talk to. */
function successorNote(snapshot: Snapshot, group: number): Sentence[] {
  const actor = snapshot.groupActor(group);
  const { target } = snapshot.data.links;
  const link = snapshot
    .linksOf(actor)
    .find((each) => snapshot.linkType(each) === "SUCCESSOR_OF" && target[each] === actor);
  if (link === undefined) return [];
  const [old, now] = [nameOf(snapshot, actor), nameOf(snapshot, snapshot.otherEnd(link, actor))];
  return [
    {
      de: `${old.de} besteht als ${now.de} fort: Dort ist anzufragen.`,
      en: `${old.en} continues as ${now.en}: that is whom to ask.`,
    },
  ];
}

/** What limits all statements on these data. */
export function dataNotes(basis: {
  coverage: number;
  population: "reference" | "data";
}): Sentence[] {
  const notes = basis.coverage < GOOD_COVERAGE ? [coverageNote(basis.coverage)] : [];
  if (basis.population === "data") {
    notes.push({
      de: "Ohne Vergleichszahlen aller Projekte: gerechnet ist nur mit den Projekten dieser Daten.",
      en: "Without reference numbers of all projects: only the projects of these data were counted.",
    });
  }
  return notes;
}

export function coverageNote(coverage: number): Sentence {
  const share = percent(coverage);
  return {
    de: `Nur für ${share.de} der Mitglieder sind Projekte oder Partner erfasst; indirekte Verbindungen zählen deshalb mehr.`,
    en: `Projects or partners are recorded for only ${share.en} of the members; indirect ties therefore count more.`,
  };
}

const STRUCTURE_NOTES: Record<"nested" | "succession", Sentence> = {
  nested: {
    de: "Die eine Gruppe gehört zur anderen: Was sie verbindet, ist Aufbau, keine Gelegenheit.",
    en: "One group is part of the other: what links them is structure, not an opportunity.",
  },
  succession: {
    de: "Die eine Gruppe ist aus der anderen hervorgegangen: Was sie verbindet, ist Nachfolge, keine Gelegenheit.",
    en: "One group succeeded the other: what links them is succession, not an opportunity.",
  },
};
