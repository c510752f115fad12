/** Words of the frame: rail, top bar, panel, tools and the line under the picture. Namespace "frame". */
export const frameTexts = {
  de: {
    skip: "Zum Inhalt springen",
    rail: "Bereiche",
    explore: "Überblick",
    paths: "Wege",
    opportunities: "Chancen",
    stories: "Geschichten",
    file: {
      made: "Stand der Datei: {{date}}",
      cut: "Ausschnitt: {{kept}} von {{total}} Akteuren, alle Zahlen gelten für ihn",
    },
    toStory: "Zur Geschichte",
    keepScene: "Als Szene aufnehmen",
    handOut: "Diese Ansicht als Datei weitergeben",
    retakeScene: "Szene aktualisieren",
    keys: "Tasten",
    language: "Sprache",
    theme: "Farbschema",
    themeName: { light: "Hell", dark: "Dunkel", system: "Wie das System" },
    share: "Adresse kopieren",
    shared: "Adresse kopiert. Wer sie öffnet, sieht dieselbe Ansicht.",
    shareFailed: "Bitte kopieren Sie die Adresse aus der Adresszeile des Browsers.",
    side: "Rechte Seite",
    showSide: "Seite „Was Sie hier sehen“ zeigen",
    hideSide: "Seite „Was Sie hier sehen“ ausblenden",
    back: "Zurück",
    closePanel: "Schließen",
    panelOf: { actor: "Akteur", group: "Gruppe", "cross-link": "Querverbindung" },
    resize: "Breite der rechten Seite",
    tools: "Darstellung",
    mode: "Ansicht",
    modeName: { picture: "Bild", table: "Tabelle", matrix: "Matrix" },
    layout: "Anordnung",
    layoutName: {
      groups: "Nach Gruppen",
      force: "Nach Kräften",
      radial: "Um einen Akteur",
    },
    layoutHint: {
      groups: "Hubs und Cluster als Scheiben; öffnen zeigt ihre Akteure",
      force: "Alle Akteure der Auswahl; wer verbunden ist, rückt zusammen",
      radial: "Ein Akteur in der Mitte, ringsum seine Nachbarschaft",
    },
    evidence: "Belege",
    evidenceHint: {
      all: "Alles, was zwei Gruppen verbindet",
      links: "Belegte Verbindungen zwischen Mitgliedern",
      projects: "EU-Projekte, an denen beide Seiten teilnehmen",
      shared: "Akteure, die zu beiden Gruppen gehören",
    },
    zoomIn: "Vergrößern",
    zoomOut: "Verkleinern",
    fit: "Ganzes Bild zeigen",
    labels: "Namen",
    labelsName: { auto: "wo Platz ist", all: "alle", none: "keine" },
    status: {
      label: "Was gezeigt wird und warum",
      groups_one: "{{count, number}} Gruppe",
      groups_other: "{{count, number}} Gruppen",
      crossLinks_one: "{{count, number}} Querverbindung",
      crossLinks_other: "{{count, number}} Querverbindungen",
      links_one: "{{count, number}} Verbindung",
      links_other: "{{count, number}} Verbindungen",
      actors_one: "{{count, number}} Akteur",
      actors_other: "{{count, number}} Akteure",
      ofActors: "{{shown, number}} von {{total, number}} Akteuren",
      fromActors: "aus {{total, number}} Akteuren",
      labelsHidden_one: "{{count, number}} Name ohne Platz",
      labelsHidden_other: "{{count, number}} Namen ohne Platz",
      omitted: "nicht alles im Bild",
      why: "Was dieses Bild zeigt",
      whyGroups:
        "Gezeichnet sind die Gruppen der gewählten Arten: {{kinds}}. Andere Arten wählen Sie unter „+ Filter“, „Gezeichnete Gruppen“.",
      whyFaded_one:
        "{{count, number}} Gruppe hat kein Mitglied, das zu den Filtern passt, und ist blass.",
      whyFaded_other:
        "{{count, number}} Gruppen haben kein Mitglied, das zu den Filtern passt, und sind blass.",
      whyCrossLinks:
        "Eine Querverbindung verbindet zwei Gruppen durch Verbindungen zwischen ihren Mitgliedern, gemeinsame Projekte oder gemeinsame Mitglieder. Gezählt wird jetzt: {{evidence}}.",
      whyNested:
        "Was eine Gruppe mit einer in ihr enthaltenen oder mit ihrer Nachfolgerin verbindet, zählt nicht als Querverbindung.",
      whyProjects:
        "Projekte sind nicht als Punkte gezeichnet. Sie zählen als „gemeinsame Projekte“.",
      whyFilters:
        "Zu den Filtern passen {{shown, number}} von {{total, number}} Akteuren und {{links, number}} von {{allLinks, number}} Verbindungen.",
      whyOmittedGroups_one: "{{count, number}} Gruppe fehlt, weil das Bild sonst zu voll wäre.",
      whyOmittedGroups_other: "{{count, number}} Gruppen fehlen, weil das Bild sonst zu voll wäre.",
      whyOmittedCrossLinks_one:
        "{{count, number}} schwächere Querverbindung fehlt, weil das Bild sonst zu voll wäre.",
      whyOmittedCrossLinks_other:
        "{{count, number}} schwächere Querverbindungen fehlen, weil das Bild sonst zu voll wäre.",
      whyOmittedActors_one:
        "{{count, number}} Akteur mit wenigen Verbindungen fehlt, weil das Bild sonst zu voll wäre.",
      whyOmittedActors_other:
        "{{count, number}} Akteure mit wenigen Verbindungen fehlen, weil das Bild sonst zu voll wäre.",
      whyForce:
        "Jeder Punkt ist ein Akteur, der zu den Filtern passt. Wer durch Verbindungen verknüpft ist, liegt nahe beieinander.",
      whyRadial:
        "In der Mitte steht der gewählte Akteur. Der innere Ring ist mit ihm verbunden, der äußere über einen Schritt mehr.",
      whyLabels:
        "Namen, die sich überdecken würden, fehlen. Mit Vergrößern oder der Taste L erscheinen mehr.",
      pairs_one: "{{count, number}} vorgeschlagenes Paar",
      pairs_other: "{{count, number}} vorgeschlagene Paare",
      pairBrokers_one: "{{count, number}} möglicher Vermittler",
      pairBrokers_other: "{{count, number}} mögliche Vermittler",
      pairBridges_one: "{{count, number}} gemeinsames Mitglied",
      pairBridges_other: "{{count, number}} gemeinsame Mitglieder",
      whyPair:
        "Gezeichnet sind die beiden Gruppen und von ihren Akteuren nur jene, die anfangen oder vermitteln könnten, dazu alle, die zu beiden gehören. Das Band zeigt, was die beiden schon verbindet.",
      whyPairMembers:
        "Nur zu der einen oder zu der anderen gehören {{a, number}} und {{b, number}} Mitglieder: Zwischen ihnen ist gezählt.",
      whyPairOmitted_one: "{{count, number}} weiteres Paar liegt auch nahe, aber weniger.",
      whyPairOmitted_other: "{{count, number}} weitere Paare liegen auch nahe, aber weniger.",
      whyPairBridges_one: "{{count, number}} weiterer Akteur gehört zu beiden.",
      whyPairBridges_other: "{{count, number}} weitere Akteure gehören zu beiden.",
      paths_one: "{{count, number}} Weg",
      paths_other: "{{count, number}} Wege",
      whyAlone: {
        paths:
          "Gezeichnet sind die gefundenen Wege. Der gewählte ist kräftig; auf seinen Linien steht, worauf der Schritt beruht.",
        tree: "Gezeichnet ist das kleinste Gefüge, das die gewählten Akteure verbindet. Auf den Linien steht, worauf der Schritt beruht.",
      },
      whyLit: "Der gewählte Weg steht im Bild aller Akteure; die übrigen sind blass.",
      whyMorePaths: "Es gibt weitere Wege. Die Anzahl stellen Sie über dem Bild ein.",
      whyPaths:
        "Gemeinsame Projekte und direkte Verbindungen zweier Akteure zählen zusammen als ein Schritt. Große Kreise, die viele verbinden, machen einen Weg aufwendiger.",
      whyUnknown: "Was nicht erfasst ist, fehlt. Das heißt nicht, dass es nicht besteht.",
    },
  },
  en: {
    skip: "Skip to content",
    rail: "Areas",
    explore: "Explore",
    paths: "Paths",
    opportunities: "Opportunities",
    stories: "Stories",
    file: {
      made: "File of {{date}}",
      cut: "Excerpt: {{kept}} of {{total}} actors, all numbers are those of it",
    },
    toStory: "To the story",
    keepScene: "Add as scene",
    handOut: "Hand this view out as a file",
    retakeScene: "Update scene",
    keys: "Keys",
    language: "Language",
    theme: "Colour scheme",
    themeName: { light: "Light", dark: "Dark", system: "Like the system" },
    share: "Copy address",
    shared: "Address copied. Whoever opens it sees the same view.",
    shareFailed: "Please copy the address from the browser’s address bar.",
    side: "Right-hand side",
    showSide: "Show the side “What you see here”",
    hideSide: "Hide the side “What you see here”",
    back: "Back",
    closePanel: "Close",
    panelOf: { actor: "Actor", group: "Group", "cross-link": "Cross-link" },
    resize: "Width of the right-hand side",
    tools: "Presentation",
    mode: "View",
    modeName: { picture: "Picture", table: "Table", matrix: "Matrix" },
    layout: "Layout",
    layoutName: {
      groups: "By group",
      force: "By forces",
      radial: "Around an actor",
    },
    layoutHint: {
      groups: "Hubs and clusters as discs; opening one shows its actors",
      force: "All actors of the selection; linked ones move together",
      radial: "One actor in the middle, its neighbourhood around it",
    },
    evidence: "Evidence",
    evidenceHint: {
      all: "Everything that links two groups",
      links: "Documented links between members",
      projects: "EU projects in which both sides take part",
      shared: "Actors that belong to both groups",
    },
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    fit: "Show the whole picture",
    labels: "Names",
    labelsName: { auto: "where there is room", all: "all", none: "none" },
    status: {
      label: "What is shown, and why",
      groups_one: "{{count, number}} group",
      groups_other: "{{count, number}} groups",
      crossLinks_one: "{{count, number}} cross-link",
      crossLinks_other: "{{count, number}} cross-links",
      links_one: "{{count, number}} link",
      links_other: "{{count, number}} links",
      actors_one: "{{count, number}} actor",
      actors_other: "{{count, number}} actors",
      ofActors: "{{shown, number}} of {{total, number}} actors",
      fromActors: "of {{total, number}} actors",
      labelsHidden_one: "{{count, number}} name without room",
      labelsHidden_other: "{{count, number}} names without room",
      omitted: "not everything is drawn",
      why: "What this picture shows",
      whyGroups:
        "The groups of the chosen kinds are drawn: {{kinds}}. Choose other kinds under “+ Filter”, “Groups drawn”.",
      whyFaded_one: "{{count, number}} group has no member that fits the filters and is faint.",
      whyFaded_other:
        "{{count, number}} groups have no member that fits the filters and are faint.",
      whyCrossLinks:
        "A cross-link joins two groups through links between their members, joint projects or shared members. Counted now: {{evidence}}.",
      whyNested:
        "What links a group with one nested in it, or with its successor, is not counted as a cross-link.",
      whyProjects: "Projects are not drawn as points. They count as “joint projects”.",
      whyFilters:
        "{{shown, number}} of {{total, number}} actors and {{links, number}} of {{allLinks, number}} links fit the filters.",
      whyOmittedGroups_one:
        "{{count, number}} group is left out because the picture would be too full.",
      whyOmittedGroups_other:
        "{{count, number}} groups are left out because the picture would be too full.",
      whyOmittedCrossLinks_one:
        "{{count, number}} weaker cross-link is left out because the picture would be too full.",
      whyOmittedCrossLinks_other:
        "{{count, number}} weaker cross-links are left out because the picture would be too full.",
      whyOmittedActors_one:
        "{{count, number}} actor with few links is left out because the picture would be too full.",
      whyOmittedActors_other:
        "{{count, number}} actors with few links are left out because the picture would be too full.",
      whyForce:
        "Each point is an actor that fits the filters. Actors that are linked lie close together.",
      whyRadial:
        "The chosen actor stands in the middle. The inner ring is linked with it, the outer one is one step further.",
      whyLabels:
        "Names that would overlap are left out. Zooming in or the key L brings more of them.",
      pairs_one: "{{count, number}} suggested pair",
      pairs_other: "{{count, number}} suggested pairs",
      pairBrokers_one: "{{count, number}} possible broker",
      pairBrokers_other: "{{count, number}} possible brokers",
      pairBridges_one: "{{count, number}} shared member",
      pairBridges_other: "{{count, number}} shared members",
      whyPair:
        "Drawn are the two groups and of their actors only those that could start or introduce, and all that belong to both. The ribbon shows what links the two already.",
      whyPairMembers:
        "{{a, number}} and {{b, number}} members belong to the one or to the other only: what is between them is counted.",
      whyPairOmitted_one: "{{count, number}} more pair is close too, but less so.",
      whyPairOmitted_other: "{{count, number}} more pairs are close too, but less so.",
      whyPairBridges_one: "{{count, number}} more actor belongs to both.",
      whyPairBridges_other: "{{count, number}} more actors belong to both.",
      paths_one: "{{count, number}} path",
      paths_other: "{{count, number}} paths",
      whyAlone: {
        paths:
          "Drawn are the paths that were found. The chosen one is strong; its lines say what the step rests on.",
        tree: "Drawn is the smallest structure that joins the chosen actors. The lines say what the step rests on.",
      },
      whyLit: "The chosen path stands in the picture of all actors; the others are pale.",
      whyMorePaths: "There are more paths. Their number is set above the picture.",
      whyPaths:
        "Joint projects and direct links of two actors count together as one step. Large circles that join many make a path costlier.",
      whyUnknown: "What is not recorded is not shown. That does not mean it does not exist.",
    },
  },
} as const;
