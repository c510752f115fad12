/** Words of the cross-link panel. */
export const crossLinkTexts = {
  de: {
    loading: "Querverbindung wird geladen",
    and: "und",
    sentence: "{{a}} und {{b}} verbinden {{parts}}.",
    sentenceNone: "Nicht erfasst: {{parts}}.",
    noneOf: {
      links: "direkte Verbindungen",
      projects: "gemeinsame Projekte",
      bridges: "gemeinsame Mitglieder",
    },
    nothing:
      "Zwischen {{a}} und {{b}} ist nichts erfasst. Das heißt nicht, dass es keine Verbindung gibt: Der Bestand kennt nur, was belegt ist.",
    nothingPasses:
      "Zwischen {{a}} und {{b}} ist nichts erfasst, was zu den gesetzten Filtern passt.",
    linksMeaning:
      "Direkte Verbindungen laufen zwischen einem Akteur, der nur zur einen, und einem, der nur zur anderen Seite gehört; Mitgliedschaften zählen nicht.",
    projectsMeaning: "Gemeinsame Projekte sind EU-Projekte, an denen beide Seiten beteiligt sind.",
    sharedMeaning: "Gemeinsame Mitglieder gehören zu beiden Gruppen.",
    how: "Wie wird gezählt?",
    nested:
      "Eine der beiden Gruppen ist Teil der anderen. Was sie verbindet, ist Aufbau und zählt im Überblick nicht als Querverbindung.",
    succession:
      "Eine der beiden Gruppen ist aus der anderen hervorgegangen. Was sie verbindet, ist Nachfolge und zählt im Überblick nicht als Querverbindung.",
    bridges: "Gehört zu beiden",
    noBridges: "Kein Akteur ist in beiden Gruppen verzeichnet.",
    itself: "die Gruppe selbst",
    links: "Direkte Verbindungen",
    noLinks: "Keine direkte Verbindung erfasst.",
    projects: "Gemeinsame Projekte",
    noProjects: "Kein gemeinsames EU-Projekt erfasst.",
    sortBy: "Sortieren",
    sort: { newest: "neueste zuerst", oldest: "älteste zuerst", name: "nach Kurzname" },
    search: "In den Projekten suchen",
    noHits: "Kein Projekt passt zu „{{text}}“.",
    titleUnknown: "Titel nicht bekannt",
    omittedSentence: "Die Liste ist gekürzt; nicht aufgeführt: {{parts}}.",
    showMore: "Mehr laden",
  },
  en: {
    loading: "Loading the cross-link",
    and: "and",
    sentence: "{{a}} and {{b}} are linked by {{parts}}.",
    sentenceNone: "Not recorded: {{parts}}.",
    noneOf: {
      links: "direct links",
      projects: "joint projects",
      bridges: "shared members",
    },
    nothing:
      "Nothing is recorded between {{a}} and {{b}}. That does not mean there is no link: only what has evidence is listed.",
    nothingPasses: "Between {{a}} and {{b}} nothing is recorded that passes the filters.",
    linksMeaning:
      "Direct links run between an actor of one side only and an actor of the other side only; memberships are not counted.",
    projectsMeaning: "Joint projects are EU projects in which both sides take part.",
    sharedMeaning: "Shared members belong to both groups.",
    how: "How is this counted?",
    nested:
      "One of the two groups is part of the other. What links them is structure and is not counted as a cross-link in the overview.",
    succession:
      "One of the two groups emerged from the other. What links them is succession and is not counted as a cross-link in the overview.",
    bridges: "Belongs to both",
    noBridges: "No actor is recorded in both groups.",
    itself: "the group itself",
    links: "Direct links",
    noLinks: "No direct link is recorded.",
    projects: "Joint projects",
    noProjects: "No joint EU project is recorded.",
    sortBy: "Sort",
    sort: { newest: "newest first", oldest: "oldest first", name: "by acronym" },
    search: "Search the projects",
    noHits: "No project matches “{{text}}”.",
    titleUnknown: "title not known",
    omittedSentence: "The list is shortened; not listed: {{parts}}.",
    showMore: "Load more",
  },
} as const;
