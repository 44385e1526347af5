/** Evidence of how badly it went, on the care scale of L14. The highest level found counts. */
export const severityWords = {
  4: `avled, avlidit, avliden, avlidna, avlider, <user> .. dog/död/dött, hon/han/hen/personen/mamman/pappan .. dog, dog på sjukhus*, dog hemma, dog i sömnen, dog av, hittades död, död, döda, döde, dödsfall*, dött av, livshotande*, medvetslös*, hjärtstopp*, självmord*, suicid*, drunkna*, livlös*, livsfara, respirator*, avlivad`,
  3: `
bröt, bruten, brutit, brutet, brutna, bryter, fraktur*, *fraktur, *frakturer, benbrott*, lårbensbrott*, höftbrott*, ambulans*, till sjukhus*, till akuten, till akutmottag*, till akutsjukhus*, in på akuten, åkte in akut, inlagd*, inlagt på, lades in, lagts in, sydd, sydda, sys, syddes, sytt, sy, stygn, hjärnskakning*, operera*, operation*, bestående, skallskad*, hjärnblödning*, intensivvård*, iva, grad 3, grad 4, kategori 3, kategori 4, bränd* .. andra, allvarligt skada*, allvarlig skada, svårt skada*, urledvrid*, tappade medvetandet, tappat medvetandet, förlorade medvetandet, avsvimmad, blodförgiftning*, sepsis, anafylax*, stroke, knäckte, krossskad*, gipsad*, gipsas, gips, gipsades`,
  2: `fick utslag, svullnad*, svullen, svullet, svullna*, svullnade, blåmärke*, blåmärken, blåslagen, blåslagna, övergående*, grad 2, kategori 2, bula*, bulor, stuka*, stukad, vrickad*, vrickade, skrubbsår*, skärsår*, sårskada*, jack, jack i, rivsår*, bitmärke*, bitsår*, näsblod*, blödde, blod från, blodvite, smärta i, smärtor i, ont i, har ont, fick ont, brännskad*, brännblås*, brännsår*, utslag, blodutgjutning*, hematom*, feber, yrsel, lågt blodsocker, högt blodsocker, öm i, ömmar, haltar, spricka i läpp*, fläskläpp*`,
  1: `ingen/inga/utan .. skada/skador/skadad, ingen skada, ingen skadad, ingen skadades, ingen blev skadad, ingen person skadades, inga skador, inga synliga skador, inga personskador, utan skada, utan skador, ingen kom till skada, kom inte till skada, inte kom till skada, kom ej till skada, inte skadad, ej skadad, inte skadade sig, skadade sig inte, skadades inte, utan men, inga men, plåstra*, plåstrades, plåster på, ett plåster, fick plåster, mår bra, blev bara rädd, inga följder, ingen allvarlig skada, ingen fara, inga konsekvenser, ingen personskada, liten rispa, inga besvär`,
} as const;

/** Counts only where the text tells of something that could hurt a body. */
export const unharmedWords = `oskadd*, oskadda, oskadad*, klarade sig, klarat sig, gick bra ändå, slapp undan, välbehållen*`;

/** What can hurt a body. */
export const harmfulWords = `
ramla*, trilla*, föll, fallit, fall, halka*, snubbla*, klämde, klämt, klämdes, slog, slagit, slår, slogs, krock*, krasch*, påkörd*, cykelolycka*, sparka*, knuff*, bet, biten, bitit, bränd*, brände, skar, skurit, svimma*, satt i halsen, svalde, fick fel, fel dos, dubbel dos, olycka*, tappade .. på, gled, omkull
`;

/** Takes the evidence of level 2 to 4 away when it stands in the few words before. */
export const denyingWords = `inte, ej, ingen, inget, inga, aldrig, utan, slapp, varken, nära att, höll på att, kunde ha, risk för, kunnat, behövdes, rädd för, från, sa att hon vill, hotade att, som en, var på`;
