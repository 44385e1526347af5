/**
 * Words that tell what kind of message it is. The key is the tag that `find-kind.ts` asks for; entries are in the
 * language of `phrase-pattern.ts`.
 */
export const kindWords = {
  /** Somebody says outright what it is. */
  deviationOpener: `avvikelse, avvikelser, avvikelsen, *avvikelse, avvikelserapport*, avviker, tillbud, tillbudet, tillbudsrapport*, tillbudsanmäl*, incident, incidenten, incidentrapport*, händelserapport*, avvik, missförhållande, missförhållanden, vårdskada, lex sarah, lex sara, lexsarah, lex maria, lexmaria, lex-sarah`,
  complaintOpener: `klagomål, klagomålet, klagomal, klagande, reklamation, reklamera*, klagomålsanmäl*`,
  viewpointOpener: `synpunkt, synpunkter, synpunkten, åsikt, åsikter, asikt, kommentar från, feedback från`,
  praiseOpener: `beröm, berom, ros till, ros från, eloge*, lovord, lovorda*, en ros, guldstjärna*, positiv feedback, positiv synpunkt, tummen upp, hyllning*, beröm*, stjärna i kanten, cred till, cred, kudos`,
  suggestionOpener: `förslag, forslag, förslaget, tips, idé, ide, idéer, förbättringsförslag*, förbättringsidé*, förbättringside*, föreslå*, foresla*, föreslår, önskemål, onskemal, utvecklingsförslag*, förbättringstips`,

  /** A record spoken of, in any form. */
  recordNoun: `avvikels*, klagomål*, synpunkt*, tillbud*, incident*, beröm*, förslag*, missförhållande*, rapporterna, lex sarah, lexsarah`,
  /** Told as something that happened. */
  pastTense: `fick, fått, gavs, gav, hade, haft, var, blev, blivit, kom, kommit, gick, gått, låg, legat, stod, stått, gjorde, gjordes, gjort, serverades, togs, tog, tagit, lämnade, lämnades, skickades, skickade, skickat, hamnade, delades, användes, använde, använt, satt, saknade, åt, såg, sett, hände, inträffade, skedde, registrerades, betalades, hämtade, hämtades, *ade, *ades, *ats, *ddes, *itt, *kte, *ktes, *nde, *ndes, *ttes, *gits, *mde, *mdes, *gde, *gdes, *rde, *rdes, *lde, *ldes, *llt, *gt, ringd, funnen, hittad, upptäckt, tagen, given, skriven, attesterad, *erad, *erat, *erade`,
  negation: `inte, ej, inget, ingen, inga, ingenting, aldrig, utan, saknar, saknas, varken`,
  /** Those whom the work is about and those who do it. */
  personAtWork: `<staff>, <user>, vårdnadshavare*, anhörig*, vi, medboende, åringen, åringar`,

  /** Going on from an opener: "vill rapportera", "anmäl". */
  reporting: `rapportera*, anmäl, anmäla, anmäler, anmal*, registrera, skriv, skriva, skriver, lämna, lämnar, göra, gör, dokumentera, lägga in, ny, nytt, skapa, vill, måste, behöver, ska`,

  giver: `<giver>, god man, gode mannen, en person, någon som bor, en i huset`,
  /** Unhappy: with a giver this is a complaint. */
  complaining: `
klaga*, klagar, klagade, klagat, missnöjd*, missnojd*, arg, argt, arga, upprörd*, uppror*, besviken*, besvikna, irriterad*, irriterade, sur, sura, ledsen, ledsna, inte nöjd*, ej nöjd*, inte är nöjd*, kritisk*, kritik, frustrerad*, förbannad*, skitförbannad, rasande, skäller, skällde, förtvivlad*, oacceptabel*, oacceptabelt, trött på, less på, trötta på, skandal*, under all kritik, bedrövlig*, bedrövligt, är inte ok, inte okej med, protester*, beklaga sig, beklagar sig, framför klagomål, undermålig*, upprörda, kräver, kränkt, känner sig kränkt, chockad*, oroad, inte alls nöjd, reklamerar, fortfarande inte fått`,
  saying: `
sa, säger, sade, sagt, tycker, tyckte, anser, ansåg, skriver, skrev, mejlade, mejlat, mejlar, mailade, mailar, mailat, ringde, ringer, ringt, berättar, berättade, uppger, menar, menade, upplever, upplevde, känner, känner sig, hörde av sig, hör av sig, påstår, framför, framförde, meddelar, meddelade, kontaktade, påtalar, påtalade, vill framföra, uttrycker, kom fram och sa, hälsar, hälsade, hävdar`,
  /** Wondering or pointing out: with a giver this is a viewpoint. */
  wondering: `undra, undrar, undrade, funderar, funderade, påpekar, påpekade, påpekat, noterar, noterade, efterlyser, efterlyste, frågar varför, frågade varför, ifrågasätter, ifrågasatte, reagera*, reagerar, reagerat, uppmärksamma*, förvånad*, synes, tipsade om att, har synpunkter, vill uppmärksamma`,
  /** Wishing: with a giver, or about "man" and "vi", this is a suggestion. */
  wishing: `önska*, önskar, önskade, onskar, vill gärna, vill ha, skulle vilja, skulle gärna, efterfråga*, efterfrågar, ber om, vore bra, vore toppen, vore fint, vore kul, vore trevligt, vore härligt, vore jättebra, vore smart, vore önskvärt, vore skönt, vore uppskattat, hade varit bra, hade varit fint, hade varit toppen, borde, bör, föreslår, vi/man/ni/kommunen/stan/de borde, tipsar om, skulle behövas, behövs fler, behövs en, önskvärt, kunde man/vi/ni, skulle man/vi/ni kunna, skulle kunna, kan man inte, kan vi inte, kan ni inte, varför inte .. sätta/ha/införa/ordna, kanske kunde, tänk om, sätt upp, hellre, mer av`,
  /** Glad: with a giver, or about somebody's work, this is praise. */
  praising: `
tackar, tackade, tacka, tacksam*, tacksamma, nöjd, nöjda, jättenöjd*, supernöjd*, väldigt nöjd*, så nöjd, glad, glada, jätteglad*, så glad, fantastisk*, underbar*, jättebra, jattebra, toppen*, toppenbra, superbra, strålande, enastående, världsklass, utmärkt*, imponera*, uppskatta*, uppskattat, uppskattar, uppskattade, älskar, älskade, härlig*, jättefin*, jättefint, så fin, så fint, så bra, så trevlig*, så duktig*, duktiga, bäst, bästa, grymma, grymt bra, kanon*, kanonbra, proffsig*, professionellt, guld värd*, eloge*, hyllar, berömmer, berömde, rosar, helt nöjd, trivs, fin insats, fina insats, fint jobb, bra jobb, gott jobb, fantastiskt jobb, mycket nöjd*, jättesnäll*, omtänksam*, trevligt, hjälpsam*, engagera*, utmärkt bemöt*, väldigt bra, riktigt bra, extra bra, varmt bemöt*, gott bemöt*, fint bemöt*, bra bemöt*, himla bra, guldkant*`,
  thanksTo: `tack till, tack för den, tack från, tack alla på, tack personalen, stort tack till, varmt tack till, tack för att ni, ett stort tack, tusen tack till, tackar för`,
  /** Turned round: "inte så bra", "är dåligt". With a saying giver this is a complaint. */
  displeasing: `
inte/ej/aldrig/ingen/inga/inget/ingenting/inte, dålig*, dåligt, daligt, för lite, för få, för mycket, för många, för stor*, för kort*, för lång*, för dyr*, för sent, för kall*, saknas, saknar, fel, felaktig*, smutsig*, trasig*, otrygg*, rädd*, oroad*, orolig*, hemsk*, hemskt, tråkig*, tråkigt, äcklig*, slarv*, stressad*, stressar, stressigt, otrevlig*, nonchal*, kall, kallt, aldrig, försenad*, sämre, sämst, bristfällig*, luktar, ostädad*, krånglar, svår*, svårt, krångligt, omöjlig*, orimlig*, oartig*, ignorerad, bortglömd, försämra*, försämrats, väntat, besvärlig*, skräp*, högljudd*, kränk*, nedlåtande*, otydlig*, ont om, långsam*, borttappad*, smakar ingenting, smaklös*`,

  /** Negated record words: nothing to report. */
  nothingToReport: `
inga avvikelser, ingen avvikelse, inga nya avvikelser, inte .. några avvikelser/fall/klagomål/tillbud/incidenter/händelser/synpunkter, inte någon avvikelse, noll avvikelser, 0 avvikelser, inga klagomål, inga synpunkter, inga tillbud, inga fall, inga incidenter, inga händelser, inget att rapportera, ingenting att rapportera, inget nytt, inget särskilt, inget speciellt, inget har hänt, ingenting har hänt, inget hänt, inga fall har, inga fallolyckor, noll fall, noll klagomål, slippa avvikelser, lugnt pass, lugn natt, lugn dag, lugnt och fint, allt lugnt, allt väl, allt är bra, allt bra, inga problem, inga konstigheter, inga medicinavvikelser, inga läkemedelsavvikelser, utan avvikelser, ingen avvikelse idag, fri från avvikelser, inga nya fall, inga nya tillbud, inga nya klagomål, avvikelsefri*`,
  /** Talk about records, not a record. */
  talkAbout: `
prata om, pratade om avvik*/klag*/synp*, diskutera*, ta upp, tog upp, tar upp, gå igenom, gick igenom, går igenom, genomgång av, prata igenom, informera om avvik*, möte om, på apt, på mötet, på agendan, dagordning*, arbetsplatsträff*, återkomma om, återkommer om, påminna om, uppföljning av avvik*, kul att, bra att vi, jobba med avvik*, jobbar med avvik*, statistik*, prata med dig, ska prata, bli bättre på att, glöm inte att, kom ihåg att, planeringsdag*, utbildning i avvik*, kurs i, workshop*`,
  smalltalk: `
hej, hejsan, hejhej, hallå, halla, tjena, tja, tjo, hejdå, hej då, god morgon, godmorgon, god kväll, god natt, godnatt, god dag, goddag, gomorron, morrn, god jul, gott nytt år, glad påsk, glad midsommar, trevlig helg, trevlig kväll, ha en fin, ha en bra, ha en trevlig, ha det, ha det bra, tack, tackar, tusen tack, tack så mycket, tackar så mycket, stort tack, ok, okej, okay, oki, japp, jepp, ja, nej, nä, jo, bra, perfekt, toppen, super, kanon, fint, schysst, fattar, förstår, vi ses, vi hörs, ses, mår du, läget, hur är läget, haha, hihi, hehe, lol, grattis, välkommen, sorry, förlåt, ursäkta, test, testar, är du där, är du en robot, bra jobbat, kul, skönt, snyggt, härligt, javisst, absolut, visst, självklart, hello, hi, thanks, thank you, good morning, bye, alla hjärtans, puss, kram, kramar, trevligt, hoppas`,

  /** Begins a question. */
  asking: `
hur, vad, när, nar, var, vart, varför, varfor, vem, vems, vilka, vilken, vilket, vad är, vad gör, kan jag, kan man, kan vi, kan en, får jag, far jag, får man, får vi, ska jag, ska man, ska vi, skall man, måste jag, maste jag, måste man, måste vi, behöver jag, behover jag, behöver man, behöver vi, är det, ar det, är en, är ett, räknas, raknas, finns det, finns, har vi, har ni, har någon, har jag, gäller, bör jag, bör man, undrar, undrar om, jag undrar, vet du, vet någon, kan du förklara, kan du berätta, kan du säga, förklara, berätta, jag vill veta, vill veta, fråga, en fråga, ska en, ska ett, blir det, är detta, är jag, borde jag, what, how, when, who, where, why, which, can i, is it, do i`,
  /** Begins a command. */
  commanding: `
visa, lista, avbryt, avbryta, ångra, angra, påminn, paminn, sök, sok, leta, hitta, hämta, byt, byta, ändra, andra enhet, välj, valj, ta bort, radera, exportera, skriv ut, stäng, stang, öppna, oppna, mina ärenden, mina arenden, mina avvikelser, mina åtaganden, min enhet, status, meny, menyn, börja om, borja om, starta om, logga ut, spara, skicka påminnelse, snooza, sammanfatta, gå till, ge mig, hjälp, hjalp, help, cancel, show, list, remind, remind me, open, my cases, my unit, search, menu, start, tillbaka, fortsätt, nästa, prenumerera, jag vill se, vill se, låt mig se, kan du visa, kan du lista, kan du öppna, kan du påminna, kan du hämta, kan du söka, kan du ta fram, kan du avbryta, ta fram, skicka rapporten, sätt påminnelse, lägg till påminnelse, stoppa, stopp, stop, pausa, växla, inställningar, språk, english, svenska, delegera, tilldela, markera, bekräfta, godkänn`,
  /** Something untoward, whatever the category. */
  event: `
glömd*, glömt, glömde, glömdes, glömts, glomt, glomde, missad*, missat, missade, missades, missats, miss, fel, felaktig*, fick inte, fick ej, fick aldrig, inte fått, ej fått, inte fick, saknas, saknades, saknar, försvunn*, försvann, försvinn*, borta, tappa*, tappade, trasig*, sönder, inte utför*, ej utför*, inte gjord*, inte gjort, ej gjord, gjordes inte, inte gjordes, följdes inte, inte följd*, inte följt, följs inte, inte följs, gått ut, gick ut, utgången, utgånget, låg kvar, låg framme, olåst*, upplåst*, stod öppen, stod öppet, stod öppna, stämmer inte, stämde inte, kom inte fram, skada*, skadade, skadades, skadat, bröt, brutit, bruten, olycka*, tillbud, incident*, nära att, höll på att, kunde ha, utan tillsyn, förväxl*, fördröj*, försen*, för sent, dröjde, bristande, brister, brist, brast, bröt mot, inte besvara*, ej besvara*, obesvara*, inte upptäckt*, upptäckte att, upptäcktes att, upptäckt, misstänk*, misstanke*, misstänkt, avled, avliden, dog, blev sittande, blev liggande, blev kvar, hittades, hittad, försummad, ouppmärksam*, larmade inte, hann inte, hann aldrig, utan att personal, gick inte att, går inte att, kunde inte, inte upp*, i sista stund, av misstag*, råka*, syntes, lossna*, avbok*, förväxla*, sattes ensam, oavsiktlig*, ambulans*, tog slut, slut på, avvek, bortsprungen, trots att, trots avsaknad*, felbehandl*, feltolk*, omhändertag* fel, inte kontroll*, ej kontroll*, togs emot ändå, sjönk, försvann, skrek, svimma*, krampanfall*, krampade, kräktes, blödde, sattes fel, utan beslut, utan samtycke, sönderslagen, brann, läckte, rymt, rymde`,

  emergencyNow: `
det brinner, brinner i, brinner på, brinner hos, eld i, eldsvåda, brand på, brand i, brand hos, eld på, står i brand, fattat eld, brandlarmet går, brandlarmet tjuter, rökutveckling, rök i, luktar rök, luktar brandrök, luktar gas, gasläcka*, andas inte, slutat andas, slutade andas, har svårt att andas, får ingen luft, får inte luft, kan inte andas, hjärtstopp, hjartstopp, hjärtinfarkt, medvetslös, är medvetslös, är livlös, livlös, svarar inte på tilltal, okontaktbar, går inte att väcka, krampar, kramp nu, blöder kraftigt, blöder ymnigt, förblöder, har stroke, stroke nu, har kniv, med kniv, en kniv, viftar med, har vapen, beväpnad*, skottlossning*, skjuter, pågående dödligt, pågående våld, pågående hot, blir misshandlad, slår henne nu, hotar oss, hotar mig, hotar personal, ta livet av sig, ta sitt liv, vill dö, hoppa från, satt i halsen nu, kvävs, håller på att kvävas, drunknar, ring 112, ring ambulans, larma 112, ring sos, sos alarm, akut hjälp, anafylaktisk*, allergisk chock, överdosera*, tagit överdos, fire, not breathing, heart attack, utrymning pågår, måste utrymma, explosion*, bombhot*`,
  /** Shows that it goes on now. */
  happeningNow: `nu, just nu, skynda*, akut, pågår, pågående, fortfarande, snabbt, vad gör jag, vad gör vi, vad ska jag göra, hjälp, hjälp oss, help`,
  /** Shows that it is over. */
  wasThen: `rapport om, tillbud, ifjol, igår, i går, igar, förrgår, morse, förra, forra, måndags, tisdags, onsdags, torsdags, fredags, lördags, söndags, helgen, inatt, natten, tillkallades, kontaktades, släcktes, släckt, hittades, fick, kom, fördes, ringdes, kördes, åkte, ringde`,
} as const satisfies Record<string, string>;

export type KindWord = keyof typeof kindWords;

/** Phrases whose words mean something else together; what is found inside them does not count. */
export const idioms = `
i så fall, i alla fall, i varje fall, i vissa fall, i de flesta fall, i många fall, i bästa fall, i värsta fall, i annat fall, i sådana fall, i sa fall, i fall att, på fel ben, brinner i knutarna, brinner för, utan vidare, utan tvekan, inte bara, fel telefonnummer, hot om uppsägning, det går bra, det gick bra, glöm inte, tappa inte bort, vilket som, vad som helst,
hur som helst, när som helst, i fall, från fall till fall, ta fel på, falla tillbaka, mat och prat, slog rekord, slår rekord, slog in, slog igen, slår i dörrarna, slog ihop, slog upp, slår upp, slog av, slår av, spark i baken, bet ihop, bekymra sig inte
`;
