import type { Request, Response } from 'restify';

/** What comes to `POST /api/graph-notifications`, answered at once; Graph gives up on an address that is slow. */
export type ReceiveNotifications = (body: unknown) => void;

/**
 * Graph's handshake repeats a token as plain text; everything else is taken with 202, known or not, so that a stranger
 * learns nothing (`graph.md` 4).
 */
export function answerNotifications(receive: ReceiveNotifications) {
  return (request: Request, response: Response): Promise<void> => {
    const token = new URL(`http://localhost${request.url ?? '/'}`).searchParams.get('validationToken');
    if (token !== null && token.length <= longestToken) {
      response.writeHead(200, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(token);
      return Promise.resolve();
    }
    receive(request.body as unknown);
    response.writeHead(202);
    response.end();
    return Promise.resolve();
  };
}

const longestToken = 1000;
