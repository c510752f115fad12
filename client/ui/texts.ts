/** Words of the ui kit itself. Namespace "ui". */
export const uiTexts = {
  de: {
    loading: "Wird geladen …",
    retry: "Erneut versuchen",
    close: "Schließen",
    remove: "{{name}} entfernen",
    newTab: "öffnet einen neuen Tab",
    details: "Technische Angaben",
    error: {
      noAnswer: {
        title: "Keine Antwort vom Dienst",
        text: "Der Dienst ist nicht erreichbar. Was Sie schon sehen, bleibt stehen; Ihre Auswahl ist in der Adresse bewahrt. Prüfen Sie, ob der Dienst läuft, und versuchen Sie es erneut.",
      },
      storeUnavailable: {
        title: "Die Datenbank antwortet nicht",
        text: "Einzelheiten lassen sich gerade nicht lesen. Bild, Suche und Tabelle gehen weiter. In wenigen Sekunden klappt es oft wieder.",
      },
      timeout: {
        title: "Die Antwort dauert zu lange",
        text: "Der Dienst hat die Frage abgebrochen. Mit einem Filter mehr wird sie kleiner.",
      },
      unknownActor: {
        title: "Diesen Akteur gibt es hier nicht",
        text: "Er wurde umbenannt oder entfernt, oder die Adresse enthält einen Fehler. Suchen Sie ihn über seinen Namen.",
      },
      invalid: {
        title: "Diese Auswahl gibt es hier nicht",
        text: "Ein Wert in der Adresse passt nicht zu den Daten. Setzen Sie die Filter zurück und wählen Sie neu.",
      },
      tooMany: {
        title: "Zu viele Anfragen",
        text: "Der Dienst bittet um eine kurze Pause. Versuchen Sie es in einer Minute erneut.",
      },
      other: {
        title: "Das hat nicht geklappt",
        text: "Im Dienst ist ein Fehler aufgetreten. An den Daten hat sich nichts geändert. Versuchen Sie es erneut.",
      },
    },
  },
  en: {
    loading: "Loading …",
    retry: "Try again",
    close: "Close",
    remove: "Remove {{name}}",
    newTab: "opens a new tab",
    details: "Technical details",
    error: {
      noAnswer: {
        title: "No answer from the service",
        text: "The service cannot be reached. What you see stays; your selection is kept in the address. Check that the service is running, then try again.",
      },
      storeUnavailable: {
        title: "The database does not answer",
        text: "Details cannot be read right now. Picture, search and table go on. It often works again within seconds.",
      },
      timeout: {
        title: "The answer takes too long",
        text: "The service stopped working on the question. One more filter makes it smaller.",
      },
      unknownActor: {
        title: "There is no such actor here",
        text: "It was renamed or removed, or the address has a mistake. Search for it by name.",
      },
      invalid: {
        title: "There is no such selection here",
        text: "A value in the address does not fit the data. Reset the filters and choose again.",
      },
      tooMany: {
        title: "Too many requests",
        text: "The service asks for a short break. Try again in a minute.",
      },
      other: {
        title: "That did not work",
        text: "Something failed in the service. The data have not changed. Try again.",
      },
    },
  },
} as const;
