/** The browser's start: texts, theme, address, then the page. The only client file with side effects. */
// First, so that a component's own rules come after those for every element.
import "./ui/tokens.css";
import "./ui/base.css";

import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ProblemError, progressIn } from "./api.ts";
import { App } from "./app.tsx";
import { startTexts } from "./i18n/setup.ts";
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

startTexts();
startTheme();
startView();

const root = document.getElementById("root");
if (!root) throw new Error("index.html: expected an element with the id root, found none");
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
