import { AppError } from '../../shared/errors.ts';

type Details = Readonly<Record<string, string | number>>;

const sentences: Readonly<Record<string, (details: Details) => string>> = {
  siteAddress: ({ what }) => `"${String(what)}" är ingen adress till en webbplats. Skriv hela adressen, https://….`,
  sitesNotApart: ({ what }) =>
    `Båda adresserna leder till samma webbplats (${String(what)}). Lex Sarah-ärenden behöver en egen, skyddad webbplats.`,
  provisioningNotFound: ({ what }) =>
    `${String(what)} finns inte, eller så har appen inte fått tillgång till den. Kontrollera adressen och behörigheten.`,
  provisioningNotAllowed: ({ what }) =>
    `Appen får inte ändra ${String(what)}. Ge den behörigheten manage på webbplatsen medan listorna skapas.`,
  provisioningRefused: ({ what, status, code }) =>
    `SharePoint tog inte emot ändringen av ${String(what)} (${String(status)} ${String(code)}).`,
  provisioningUnavailable: ({ what }) =>
    `SharePoint svarar inte (${String(what)}). Försök igen om en stund: det som redan är gjort görs inte om.`,
  columnOtherName: ({ list, column, name }) =>
    `Kolumnen ${String(column)} i listan ${String(list)} fick namnet ${String(name)}: namnet är upptaget. Ta bort den kolumnen och försök igen.`,
  columnOtherType: ({ list, column }) =>
    `Kolumnen ${String(column)} i listan ${String(list)} finns redan men är av annat slag. Byt namn på eller ta bort den.`,
};

/** One Swedish sentence that says the mend, for what `provisionBoard` throws; undefined for anything else. */
export function describeProvisioningProblem(error: unknown): string | undefined {
  if (!(error instanceof AppError) || error.code !== 'startRefused') return undefined;
  return sentences[String(error.details['reason'])]?.(error.details);
}
