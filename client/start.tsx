/** What both starts have in common, that of the service's page and that of a file: texts, theme, address, the page. */
// First, so that a component's own rules come after those for every element.
import "./ui/tokens.css";
import "./ui/base.css";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError, progressIn } from "./api.ts";
import type { Language } from "./i18n/language.ts";
import { startTexts } from "./i18n/setup.ts";
import { Root } from "./root.tsx";
import { startTheme } from "./state/theme.ts";
import { startView } from "./state/view-store.ts";

const ATTEMPTS = 2;
/** Minutes of work that goes on. */
const ATTEMPTS_WHILE_IT_GOES_ON = 100;

const queryClient = new QueryClient({
  defaultOptions: {
    // The service is on this machine or in this room: it answers where the internet does not.
    mutations: { networkMode: "always" },
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      // A refusal stays one; only an absence is worth asking again.
      retry: (count, error) =>
        progressIn(error) === null
          ? count < ATTEMPTS && !(error instanceof ProblemError && error.problem.status < 500)
          : count < ATTEMPTS_WHILE_IT_GOES_ON,
      retryDelay: (count, error) => (progressIn(error) === null ? 400 * 2 ** count : 0),
    },
  },
});

/** @param language that of the page itself, where nobody has asked for another one */
export function start(language?: Language): void {
  startTexts(language);
  startTheme();
  startView();
  const root = document.getElementById("root");
  if (!root) throw new Error("page: expected an element with the id root, found none");
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <Root />
      </QueryClientProvider>
    </StrictMode>,
  );
}
