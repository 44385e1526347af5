/** The least that a bot on restify can be: what `bench -- intake` compares with. */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Request } from 'botbuilder';
import restify from 'restify';

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Du skrev: ${context.activity.text}`);
  await next();
});

const server = restify.createServer();
server.use(restify.plugins.jsonBodyParser());
server.post('/api/messages', async (request, answer) => {
  await adapter.process(request as Request, answer, (context) => bot.run(context));
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => console.log(`http://127.0.0.1:${process.env['PORT']}`));
