/** Words of the actor panel. */
export const actorTexts = {
  de: {
    loading: "Akteur wird geladen",
    groups: "Gruppen",
    noGroups: "Keine Zugehörigkeit zu einer Gruppe erfasst.",
    links: "Verbindungen",
    noLinks:
      "Keine direkte Verbindung erfasst. Das heißt nicht, dass es keine gibt: Der Bestand kennt nur, was belegt ist.",
    projects: "EU-Projekte",
    projectsTotal_one: "An {{count, number}} EU-Projekt beteiligt.",
    projectsTotal_other: "An {{count, number}} EU-Projekten beteiligt.",
    partners: "Am häufigsten gemeinsam mit:",
    noPartners: "In keinem davon ist ein anderer Akteur dieses Bestands verzeichnet.",
    noProjects: "Keine Beteiligung an einem EU-Projekt erfasst.",
    morePartners_one: "{{count, number}} weiterer Partner ist nicht aufgeführt.",
    morePartners_other: "{{count, number}} weitere Partner sind nicht aufgeführt.",
    neighbours: "Umfeld",
    neighboursLead: "Akteure mit den meisten Verbindungen und gemeinsamen Projekten zuerst.",
    noNeighbours: "Kein direkt verbundener Akteur erfasst.",
    moreNeighbours_one:
      "{{count, number}} weiterer direkt verbundener Akteur ist nicht aufgeführt.",
    moreNeighbours_other:
      "{{count, number}} weitere direkt verbundene Akteure sind nicht aufgeführt.",
  },
  en: {
    loading: "Loading the actor",
    groups: "Groups",
    noGroups: "No membership of a group is recorded.",
    links: "Links",
    noLinks:
      "No direct link is recorded. That does not mean there is none: only what has evidence is listed.",
    projects: "EU projects",
    projectsTotal_one: "Takes part in {{count, number}} EU project.",
    projectsTotal_other: "Takes part in {{count, number}} EU projects.",
    partners: "Most often together with:",
    noPartners: "No other actor listed here is recorded in any of them.",
    noProjects: "No participation in an EU project is recorded.",
    morePartners_one: "{{count, number}} more partner is not listed.",
    morePartners_other: "{{count, number}} more partners are not listed.",
    neighbours: "Surroundings",
    neighboursLead: "Actors with most links and joint projects first.",
    noNeighbours: "No directly linked actor is recorded.",
    moreNeighbours_one: "{{count, number}} more directly linked actor is not listed.",
    moreNeighbours_other: "{{count, number}} more directly linked actors are not listed.",
  },
} as const;
