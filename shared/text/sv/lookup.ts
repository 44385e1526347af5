/** What the bot says when somebody asks for a process or a routine, in Swedish. */
export const lookup = {
  askProcess:
    'Vilken process? Skriv till exempel **visa process läkemedel**. [Alla processer finns i fliken]({{link}}).',
  askDocument:
    'Vilken rutin? Skriv till exempel **visa rutin läkemedel**. [Alla styrdokument finns i fliken]({{link}}).',
  noProcess:
    'Jag hittar ingen publicerad process för ”{{words}}”. Prova ett annat eller kortare ord, eller [se alla processer i fliken]({{link}}).',
  noDocument:
    'Jag hittar ingen publicerad rutin för ”{{words}}”. Prova ett annat eller kortare ord, eller [se alla styrdokument i fliken]({{link}}). Saknas rutinen? Säg till din chef.',
  foundOther: 'Jag hittar inget med just de orden bland {{kind}}, men det här:',
  kinds: { process: 'processer', governingDocument: 'styrdokument' },
  near: 'Jag hittar inget med alla orden. Det här ligger närmast:',
  listTitle_one: '{{count}} träff för ”{{words}}”',
  listTitle_other: '{{count}} träffar för ”{{words}}”',
  listMore: 'Visar {{shown}} av {{total}}. Skriv fler ord för att få färre, eller [se alla i fliken]({{link}}).',
  alsoTitle: 'Se också',
  mission: 'Uppdrag',
  owner: 'Ägare',
  steps: 'Antal steg',
  usedIn: 'Används i',
  usedInSteps_one: '{{count}} processteg',
  usedInSteps_other: '{{count}} processteg',
  receiver: 'Till för',
  start: 'Startar när',
  unit: 'Enhet',
  type: 'Typ',
  who: 'Vem',
  concerns: 'Berör',
  everybody: 'Alla',
  reviewDate: 'Ses över senast',
  needsReview: 'Behöver ses över. Den gäller tills den är ersatt.',
  openProcess: 'Öppna processen',
  openDocument: 'Öppna i fliken',
  openFile: 'Öppna dokumentet',
} as const;
