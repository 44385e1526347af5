/**
 * Refusals of the embedded Graph, in the words of the service (`graph.md`). A resource throws a `GraphFailure`; one
 * place (`local-graph.ts`, and `batch.ts` for its members) turns it into a status and the error envelope. Throwing
 * keeps a refused write out of the database: the transaction around it is rolled back.
 */

export class GraphFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly innerCode: string | undefined;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { readonly innerCode?: string; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(message);
    this.name = 'GraphFailure';
    this.status = status;
    this.code = code;
    this.innerCode = more.innerCode;
    this.headers = more.headers ?? {};
  }
}

export const invalidRequest = (message: string, innerCode?: string): GraphFailure =>
  new GraphFailure(400, 'invalidRequest', message, innerCode === undefined ? {} : { innerCode });

/** Bad `$skiptoken`, unknown list template (`graph.md` 1.2, 1.4). */
export const badArgument = (): GraphFailure =>
  invalidRequest('One of the provided arguments is not acceptable.', 'badArgument');

/** The gateway in front of SharePoint, as opposed to SharePoint itself. */
export const badRequest = (message: string): GraphFailure => new GraphFailure(400, 'BadRequest', message);

export const unknownField = (name: string): GraphFailure => invalidRequest(`Field '${name}' is not recognized`);

export const generalException = (): GraphFailure =>
  new GraphFailure(500, 'generalException', 'General exception while processing');

export const itemNotFound = (message = 'Item not found'): GraphFailure =>
  new GraphFailure(404, 'itemNotFound', message);

export const accessDenied = (): GraphFailure => new GraphFailure(403, 'accessDenied', 'Access denied');

export const nameAlreadyExists = (message: string): GraphFailure => new GraphFailure(409, 'nameAlreadyExists', message);

export const unauthenticated = (message: string): GraphFailure =>
  new GraphFailure(401, 'InvalidAuthenticationToken', message);

/** The list view threshold: it never heals by waiting (`graph.md` 1.4). */
export const tooManyResources = (): GraphFailure =>
  new GraphFailure(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    innerCode: 'tooManyResources',
  });

export interface ErrorIds {
  readonly requestId: string;
  readonly clientRequestId: string;
  readonly now: Date;
}

/** The error envelope, `{"error":{code,message,innerError{…}}}`. */
export function errorBody(failure: GraphFailure, ids: ErrorIds): Record<string, unknown> {
  return {
    error: {
      code: failure.code,
      message: failure.message,
      innerError: {
        ...(failure.innerCode === undefined ? {} : { code: failure.innerCode }),
        date: ids.now.toISOString().slice(0, 19),
        'request-id': ids.requestId,
        'client-request-id': ids.clientRequestId,
      },
    },
  };
}
