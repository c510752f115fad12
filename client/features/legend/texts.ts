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
    faded: "blass: passt nicht zu den Filtern",
  },
  en: {
    title: "Legend",
    show: "Show legend",
    hide: "Hide legend",
    size: { members: "Area: members", links: "Area: links" },
    ribbon: "Ribbon: cross-link, width: number",
    bridges: "core: shared members",
    link: "link between actors",
    membership: "belongs to the group",
    faded: "faint: does not fit the filters",
  },
} as const;
