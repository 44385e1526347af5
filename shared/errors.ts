/**
 * The one list of failures. A code says what went wrong; its entry says how an edge answers it.
 * Expected outcomes (conflict, refused, invalid) are return values of the records service; they use these
 * codes too, so that a surface needs one way of telling a person what happened.
 */
export interface FailureText {
  readonly sv: string;
  readonly en: string;
}

export interface Failure {
  /** HTTP status of the answer. */
  readonly status: number;
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** What a person reads. Says what to do next, never what was written. */
  readonly text: FailureText;
}

export const failures = {
  notSignedIn: {
    status: 401,
    retryable: false,
    text: { sv: 'Du behöver logga in igen.', en: 'You need to sign in again.' },
  },
  notAllowed: {
    status: 403,
    retryable: false,
    text: {
      sv: 'Du har inte behörighet till det här. Prata med din chef om du behöver det i ditt arbete.',
      en: 'You do not have access to this. Ask your manager if you need it in your work.',
    },
  },
  notFound: {
    status: 404,
    retryable: false,
    text: {
      sv: 'Det du söker finns inte, eller så har du inte behörighet att se det.',
      en: 'What you are looking for does not exist, or you may not see it.',
    },
  },
  malformedRequest: {
    status: 400,
    retryable: false,
    text: {
      sv: 'Det gick inte att läsa det som skickades. Ladda om sidan och försök igen.',
      en: 'What was sent could not be read. Reload the page and try again.',
    },
  },
  methodNotAllowed: {
    status: 405,
    retryable: false,
    text: {
      sv: 'Det går inte att göra så här. Ladda om sidan och försök igen.',
      en: 'This cannot be done that way. Reload the page and try again.',
    },
  },
  /** The request named a host or came from an origin that is not ours (`bot/http/own-address.ts`). */
  wrongAddress: {
    status: 421,
    retryable: false,
    text: {
      sv: 'Öppna tjänsten på den adress som visades när den startade.',
      en: 'Open the service at the address it showed when it started.',
    },
  },
  tooLarge: {
    status: 413,
    retryable: false,
    text: {
      sv: 'Det som skickades är för stort. Korta texten och försök igen.',
      en: 'What was sent is too large. Shorten the text and try again.',
    },
  },
  invalidFields: {
    status: 422,
    retryable: false,
    text: {
      sv: 'Några uppgifter behöver rättas innan det går att spara.',
      en: 'Some details need correcting before this can be saved.',
    },
  },
  changedBySomebodyElse: {
    status: 409,
    retryable: false,
    text: {
      sv: 'Någon annan har ändrat sedan du öppnade sidan. Jämför och välj vad som ska gälla.',
      en: 'Somebody else changed this after you opened it. Compare and choose what should apply.',
    },
  },
  stepNotPossible: {
    status: 409,
    retryable: false,
    text: {
      sv: 'Steget går inte att ta härifrån. Ladda om sidan för att se vad som gäller nu.',
      en: 'That step is not possible from here. Reload the page to see the current status.',
    },
  },
  unitClosed: {
    status: 422,
    retryable: false,
    text: {
      sv: 'Enheten är avslutad. Välj en annan enhet.',
      en: 'The unit is closed. Choose another unit.',
    },
  },
  idTaken: {
    status: 409,
    retryable: false,
    text: {
      sv: 'Det här är redan använt för något annat. Börja om från början.',
      en: 'This is already used for something else. Please start again.',
    },
  },
  fileTooLarge: {
    status: 413,
    retryable: false,
    text: {
      sv: 'Filen är för stor. Den får vara högst 20 MB.',
      en: 'The file is too large. It may be 20 MB at most.',
    },
  },
  notBpmn: {
    status: 422,
    retryable: false,
    text: {
      sv: 'Filen är ingen BPMN 2.0-fil. Exportera processen som BPMN 2.0 från verktyget den kommer från.',
      en: 'The file is not a BPMN 2.0 file. Export the process as BPMN 2.0 from the tool it comes from.',
    },
  },
  brokenXml: {
    status: 422,
    retryable: false,
    text: {
      sv: 'Filen är skadad och går inte att läsa. Exportera processen igen från verktyget den kommer från.',
      en: 'The file is damaged and cannot be read. Export the process again from the tool it comes from.',
    },
  },
  unsafeXml: {
    status: 422,
    retryable: false,
    text: {
      sv: 'Filen innehåller en dokumenttyp eller egna entiteter och läses därför inte. Exportera den utan dem.',
      en: 'The file holds a document type or entities of its own and is therefore not read. Export it without them.',
    },
  },
  unknownEncoding: {
    status: 422,
    retryable: false,
    text: {
      sv: 'Filens teckenkodning går inte att läsa. Spara den som UTF-8 och försök igen.',
      en: 'The character encoding of the file cannot be read. Save it as UTF-8 and try again.',
    },
  },
  /** After the loss of the database, before the library has been read (`bot/sync/SPEC.md`, S-F12). */
  drawingsNotRead: {
    status: 503,
    retryable: true,
    text: {
      sv: 'Ritningarna läses tillbaka från SharePoint. Det du har skrivit finns kvar. Spara igen om en stund.',
      en: 'The drawings are being read back from SharePoint. What you wrote is still here. Save again in a moment.',
    },
  },
  unavailable: {
    status: 503,
    retryable: true,
    text: {
      sv: 'Tjänsten svarar inte just nu. Det du har skrivit finns kvar. Försök igen om en stund.',
      en: 'The service is not answering right now. What you wrote is still here. Try again in a moment.',
    },
  },
  unexpected: {
    status: 500,
    retryable: true,
    text: {
      sv: 'Något gick fel hos oss. Försök igen. Uppge numret om du kontaktar supporten.',
      en: 'Something went wrong on our side. Try again. Give the number if you contact support.',
    },
  },
  startRefused: {
    status: 500,
    retryable: false,
    text: { sv: 'Tjänsten kan inte starta.', en: 'The service cannot start.' },
  },
  graphRefused: {
    status: 502,
    retryable: false,
    text: { sv: 'SharePoint tog inte emot ändringen.', en: 'SharePoint did not accept the change.' },
  },
  graphUnavailable: {
    status: 503,
    retryable: true,
    text: { sv: 'SharePoint svarar inte just nu.', en: 'SharePoint is not answering right now.' },
  },
} as const satisfies Record<string, Failure>;

export type FailureCode = keyof typeof failures;

/**
 * A failure that nobody at the call site is expected to handle. `message` is for the log and names no content;
 * what a person reads is `failures[code].text`.
 */
export class AppError extends Error {
  readonly code: FailureCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(
    code: FailureCode,
    details: Readonly<Record<string, string | number>> = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}
