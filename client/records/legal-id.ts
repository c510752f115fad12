/** Ids of a legal entity (`PIC:999995214`): the register's name, and its public page where the id leads to one. */
export interface LegalId {
  register: string;
  value: string;
  url: string | null;
}

const PAGES: Record<string, (value: string) => string> = {
  ROR: (value) => `https://ror.org/${value}`,
  CORDIS: (value) => `https://cordis.europa.eu/project/id/${value}`,
  WIKIDATA: (value) => `https://www.wikidata.org/wiki/${value}`,
  PIC: (value) =>
    `https://ec.europa.eu/info/funding-tenders/opportunities/portal/screen/how-to-participate/org-details/${value}`,
};

export function readLegalId(text: string): LegalId {
  const colon = text.indexOf(":");
  if (colon < 1) return { register: "", value: text, url: null };
  const register = text.slice(0, colon);
  const value = text.slice(colon + 1);
  const page = PAGES[register.toUpperCase()];
  return { register, value, url: page ? page(encodeURIComponent(value)) : null };
}
