/** Words of the legend. Namespace "legend". */
export const legendTexts = {
  de: {
    title: "Legende",
    show: "Legende zeigen",
    hide: "Legende ausblenden",
    size: { members: "Fläche: Mitglieder", links: "Fläche: Verbindungen" },
    ribbon: "Band: Querverbindung, Breite: Anzahl",
    bridges: "Kern: gemeinsame Mitglieder",
    link: "Verbindung zwischen Akteuren",
    membership: "gehört zur Gruppe",
    strong: "gewählter Weg",
    faded: { filters: "blass: passt nicht zu den Filtern", path: "blass: nicht auf dem Weg" },
  },
  en: {
    title: "Legend",
    show: "Show legend",
    hide: "Hide legend",
    size: { members: "Area: members", links: "Area: links" },
    ribbon: "Ribbon: cross-link, width: number",
    bridges: "Core: shared members",
    link: "Link between actors",
    membership: "belongs to the group",
    strong: "chosen path",
    faded: { filters: "faint: does not fit the filters", path: "faint: not on the path" },
  },
} as const;
