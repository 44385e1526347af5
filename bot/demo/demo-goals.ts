import type { DemoGoal } from './demo-types.ts';

/** The goal chain of `domain.md` (v): vision → council's directions → council's area goals → the board's goals. */
export const demoGoals: readonly DemoGoal[] = [
  {
    key: 'vision',
    level: 'vision',
    code: 'Vision',
    text: 'En stad för alla, där varje människa är trygg, får rätt stöd och kan påverka sin vardag',
  },

  direction('I1', 'En trygg och sammanhållen stad'),
  direction('I2', 'En stad som växer hållbart'),
  direction('I3', 'En stad med god ekonomi och hög kvalitet'),

  area('I1.1', 'I1', 'Barn får en likvärdig och god start'),
  area('I1.2', 'I1', 'Äldre lever självständigt och får god omsorg'),
  area('I1.3', 'I1', 'Stödet kommer tidigt och är rättssäkert'),
  area('I2.1', 'I2', 'Parker och stadsrum är rena och tillgängliga'),
  area('I3.1', 'I3', 'Ekonomin är i balans'),
  area('I3.2', 'I3', 'Staden är en bra arbetsgivare med effektiva arbetssätt'),

  boardGoal(
    'N1',
    'I1.1',
    'Barn i förskolan är trygga och lär med lust',
    'Barn behöver vuxna som finns nära, ett rikt språk och en miljö som lockar till lek. Vårdnadshavare behöver veta hur dagen har varit.',
  ),
  boardGoal(
    'N2',
    'I1.2',
    'Äldre har inflytande över sin vardag och känner sig trygga',
    'Äldre vill själva bestämma när dagen börjar, vem som kommer och vad dagen ska innehålla.',
  ),
  boardGoal(
    'N3',
    'I1.2',
    'Vården och omsorgen är säker',
    'Den som bor hos oss ska inte skadas av fall, fel läkemedel eller smitta som gick att undvika.',
  ),
  boardGoal(
    'N4',
    'I1.3',
    'Barn, unga och vuxna får rätt stöd i tid',
    'Den som söker stöd behöver få tid snabbt, förstå beslutet och veta vad som händer sedan.',
  ),
  boardGoal(
    'N5',
    'I1.3',
    'Personer med funktionsnedsättning bestämmer över sin vardag',
    'Var och en behöver kunna förstå och uttrycka val på sitt eget sätt, med bild, tecken eller text.',
  ),
  boardGoal(
    'N6',
    'I2.1',
    'Invånarna möts av enkel service och väl skötta parker',
    'Invånare vill få svar vid första kontakten och ha rena, trygga platser nära hemmet.',
  ),
  boardGoal(
    'N7',
    'I3.1',
    'Resurserna används där de gör störst nytta',
    'Invånarna behöver kunna lita på att skattemedlen ger god kvalitet, också i upphandlad verksamhet.',
  ),
  boardGoal(
    'N8',
    'I3.2',
    'Medarbetare har goda förutsättningar att utveckla arbetet',
    'Medarbetare behöver en rimlig arbetsbelastning, stöd när något krånglar och tid att förbättra arbetet.',
  ),
];

function direction(code: string, text: string): DemoGoal {
  return { key: code, parent: 'vision', level: 'councilDirection', code, text };
}

function area(code: string, parent: string, text: string): DemoGoal {
  return { key: code, parent, level: 'councilArea', code, text };
}

function boardGoal(code: string, parent: string, text: string, need: string): DemoGoal {
  return { key: code, parent, level: 'boardGoal', code, text, need };
}
