/** A real link to a page elsewhere: opens a new tab, says so, and gives nothing of this page away. */
import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import "./link.css";

interface LinkProps {
  href: string;
  children: ReactNode;
  /** Language of the text, where it is not the page's. */
  lang?: string;
  className?: string;
}

export function Link({ href, children, lang, className }: LinkProps) {
  const { t } = useTranslation("ui");
  // Addresses come from the data: anything but http(s) is shown as plain text.
  if (!/^https?:\/\//i.test(href)) return <span lang={lang}>{children}</span>;
  return (
    <a
      className={`link ${className ?? ""}`}
      href={href}
      lang={lang}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
      <ExternalLink className="link__icon" aria-hidden />
      <span className="visually-hidden"> ({t("newTab")})</span>
    </a>
  );
}
