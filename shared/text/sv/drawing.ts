/** The drawing of a process. */
export const drawing = {
  heading: 'Ritning',
  twin: 'Ritningen visar det som står i listan Aktiviteter. Klicka på en aktivitet för att gå till dess rad.',
  label:
    'Ritning av {{name}}. Samma innehåll står i listan Aktiviteter. Piltangenterna flyttar, plus och minus zoomar, noll visar hela.',
  tools: 'Ritningens verktyg',
  zoomIn: 'Större',
  zoomOut: 'Mindre',
  fit: 'Visa hela',
  png: 'Spara PNG',
  svg: 'Spara SVG',
  badge: {
    deviations_one: '{{count}} avvikelse',
    deviations_other: '{{count}} avvikelser',
    checks_one: '{{count}} sen kontroll',
    checks_other: '{{count}} sena kontroller',
  },
  failed: {
    drawing: 'Ritningen gick inte att visa. Innehållet står i listan Aktiviteter.',
    picture: 'Bilden gick inte att skapa. Försök igen, eller spara i det andra formatet.',
  },
};
