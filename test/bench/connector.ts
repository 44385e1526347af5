import { createServer } from 'node:http';

/** A connector that takes whatever a bot sends and gives it an id at once. */
export async function startConnector(): Promise<{
  origin: string;
  received: () => number;
  close: () => Promise<void>;
}> {
  let received = 0;
  const server = createServer((request, answer) => {
    request.resume();
    request.on('end', () => {
      received += 1;
      answer.writeHead(201, { 'content-type': 'application/json' });
      answer.end(JSON.stringify({ id: String(received) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
    received: () => received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
