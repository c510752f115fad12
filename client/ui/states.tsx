/** The three states beside "here it is": loading, nothing there, and failed. */
import { CircleAlert, RotateCw } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NoAnswer, ProblemError } from "../api.ts";
import { Button } from "./button.tsx";
import "./states.css";

interface LoadingProps {
  /** Number of grey lines that stand for the content to come; 0 = a spinner alone. Default 4. */
  lines?: number;
  label?: string;
}

/** Appears only after 200 ms, so that a fast answer does not flicker. */
export function Loading({ lines = 4, label }: LoadingProps) {
  const { t } = useTranslation("ui");
  const widths = [62, 94, 81, 88, 54, 90, 73, 84];
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{label ?? t("loading")}</span>
      {lines === 0 ? <span className="loading__spinner" /> : null}
      {widths.slice(0, lines).map((width) => (
        <span key={width} className="loading__line" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

interface EmptyStateProps {
  title: string;
  /** What could be here, and the one next step. */
  text?: ReactNode;
  icon?: ReactElement;
  action?: ReactNode;
}

export function EmptyState({ title, text, icon, action }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {icon ? <span className="empty-state__icon">{icon}</span> : null}
      <p className="empty-state__title">{title}</p>
      {text ? <p className="empty-state__text">{text}</p> : null}
      {action ? <div className="empty-state__action">{action}</div> : null}
    </div>
  );
}

interface ErrorStateProps {
  error: unknown;
  retry?: () => void;
  /** One more thing to do, for example resetting the filters. */
  action?: ReactNode;
}

/** What happened, what it means, what to do now; the technical part folds out. */
export function ErrorState({ error, retry, action }: ErrorStateProps) {
  const { t } = useTranslation("ui");
  const kind = errorKind(error);
  return (
    <div className="error-state" role="alert">
      <CircleAlert className="error-state__icon" aria-hidden />
      <p className="error-state__title">{t(`error.${kind}.title`)}</p>
      <p className="error-state__text">{t(`error.${kind}.text`)}</p>
      {retry || action ? (
        <div className="error-state__action">
          {retry ? (
            <Button onPress={retry} icon={<RotateCw aria-hidden />}>
              {t("retry")}
            </Button>
          ) : null}
          {action}
        </div>
      ) : null}
      <details className="error-state__details">
        <summary>{t("details")}</summary>
        <pre>{technicalText(error)}</pre>
      </details>
    </div>
  );
}

type ErrorKind =
  | "noAnswer"
  | "storeUnavailable"
  | "timeout"
  | "unknownActor"
  | "invalid"
  | "tooMany"
  | "other";

export function errorKind(error: unknown): ErrorKind {
  if (error instanceof NoAnswer) return "noAnswer";
  if (!(error instanceof ProblemError)) return "other";
  switch (error.problem.type) {
    case "/problems/store-unavailable":
      return "storeUnavailable";
    case "/problems/query-timeout":
      return "timeout";
    case "/problems/unknown-actor":
      return "unknownActor";
    case "/problems/invalid-request":
      return "invalid";
    case "/problems/too-many-requests":
      return "tooMany";
    default:
      return "other";
  }
}

function technicalText(error: unknown): string {
  if (error instanceof ProblemError) {
    const { status, title, detail, instance, errors } = error.problem;
    const lines = [`${status} ${title}`, detail, instance];
    for (const one of errors ?? []) lines.push(`${one.parameter}: ${one.detail}`);
    return lines.filter((line) => line !== undefined && line !== "").join("\n");
  }
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
