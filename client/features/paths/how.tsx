/** What effort means and what makes a step easy or hard, folded away. */
import { useTranslation } from "react-i18next";

export function How() {
  const { t } = useTranslation("paths");
  return (
    <details className="paths-side__how">
      <summary>{t("how")}</summary>
      <p>{t("howText.step")}</p>
      <p>{t("howText.circle")}</p>
      <p>{t("howText.effort")}</p>
    </details>
  );
}
