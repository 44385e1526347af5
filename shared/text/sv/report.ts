/** The report forms: deviations and feedback, and lex Sarah. */
export const report = {
  title: 'Rapportera',
  toMisconduct: 'Rapportera enligt lex Sarah',
  sentence: {
    label: 'Vad har hänt?',
    hint: 'Skriv med egna ord, utan namn och personnummer. Du får kontrollera allt innan du skickar.',
    example: 'Till exempel: fall på Ekliden igår kväll ca 21.30, ingen skada',
    go: 'Fortsätt',
    skip: 'Fyll i själv',
  },
  check: 'Kontrollera och skicka in',
  kind: 'Vad vill du rapportera?',
  kinds: { deviation: 'En avvikelse', feedback: 'En synpunkt, ett klagomål, beröm eller ett förslag' },
  unit: 'Enhet',
  chooseUnit: 'Välj enhet',
  send: 'Skicka in',
  startAgain: 'Börja om',
  emergency: {
    title: 'Ring 112 om någon är i fara nu',
    text: 'Rapportera när läget är tryggt. Ingen läser det här direkt.',
  },
  suspected: {
    title: 'Det här kan vara ett missförhållande',
    text: 'Då ska det rapporteras enligt lex Sarah, och bara utredaren får läsa det. Din text följer med.',
    go: 'Gå till lex Sarah-formuläret',
    ordinary: 'Nej, det är inget missförhållande',
  },
  maskedNow: 'Vi tog bort det som såg ut som namn eller personnummer. Läs igenom texten innan du skickar.',
  draft: {
    found: 'Du har ett utkast sedan tidigare. Fortsätt, eller börja om.',
    waiting: '',
    saving: 'Sparar utkast …',
    saved: 'Utkastet är sparat. Bara du ser det.',
    failed: 'Utkastet kunde inte sparas. Texten finns kvar här så länge sidan är öppen.',
    held: 'Inget utkast sparas förrän du har valt hur det ska rapporteras.',
  },
  receipt: {
    title: 'Tack! Rapporten är sparad.',
    open: 'Öppna ärendet',
    masked: 'Namn eller personnummer togs bort ur texten innan den sparades.',
    next: 'Enhetschefen läser rapporten och återkommer till dig. Du hittar ärendet under Min del.',
    nextMisconduct:
      'Utredaren har fått rapporten. Din enhet ser bara att ett ärende finns. Du kan följa det under Min del.',
    more: 'Rapportera något mer',
  },
  misconduct: {
    title: 'Rapportera enligt lex Sarah',
    intro:
      'Rapportera missförhållanden och risker för missförhållanden. Rapporten går direkt till utredaren och sparas skyddat. Inget utkast sparas, så skicka in innan du stänger sidan.',
    unit: 'Var har det hänt?',
    send: 'Skicka till utredaren',
  },
};
