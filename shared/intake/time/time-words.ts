/** The fixed time expressions. Compared without åäö; one letter may be wrong in words of six letters or more. */
import type { DateReference, Holiday, PartOfDay, TimeUnit } from './time-pieces.ts';

export interface FixedTime {
  readonly words: string;
  readonly date?: DateReference;
  readonly part?: PartOfDay;
  readonly isOccasion?: true;
  readonly needsCompany?: true;
}

const today: DateReference = { type: 'dayOffset', days: 0 };
const yesterday: DateReference = { type: 'dayOffset', days: -1 };
const tonight: DateReference = { type: 'dayOffset', days: 0 };
const holiday = (name: Holiday): DateReference => ({ type: 'holiday', name });
const weekend = (weeks: number): DateReference => ({ type: 'weekend', weeks });
const offset = (unit: 'week' | 'month' | 'year', count: number): DateReference => ({ type: 'offset', unit, count });
const season = (firstMonth: number, lastMonth: number): DateReference => ({ type: 'season', firstMonth, lastMonth });

export const fixedTimes: readonly FixedTime[] = [
  { words: 'i gårkväll, igårkväll, igårkv', date: { type: 'dayOffset', days: -1 }, part: 'evening' },
  { words: 'igårmorse, i gårmorse', date: { type: 'dayOffset', days: -1 }, part: 'morning' },
  { words: 'idag, i dag, under dagen, hela dagen, tidigare idag, tidigare i dag, dagens datum, nu idag, nu i dag', date: today },
  { words: 'igår, i går, gårdagen, under gårdagen, hela gårdagen, hela igår, igar, i gar', date: yesterday },
  { words: 'i förrgår, förrgår, iförrgår, i forrgar, i går förra', date: { type: 'dayOffset', days: -2 } },
  { words: 'imorgon, i morgon, imorron, i morron', date: { type: 'dayOffset', days: 1 } },
  { words: 'i övermorgon, övermorgon', date: { type: 'dayOffset', days: 2 } },
  { words: 'häromdagen, härom dagen, för ett par dagar sen', date: { type: 'lastDays', days: 5 } },
  { words: 'nyligen, de senaste dagarna, senaste dagarna', date: { type: 'lastDays', days: 7 } },
  { words: 'häromkvällen, häromnatten', date: { type: 'lastDays', days: 5 } },
  { words: 'nyss, alldeles nyss, helt nyss, precis nyss, alldeles nyligen, precis nu, för en stund sedan, för en stund sen, för en liten stund sedan, för någon timme sedan, helt nyligen', date: { type: 'justNow', minutes: 60 } },
  { words: 'just nu, nu precis, i detta nu, nu direkt', date: { type: 'justNow', minutes: 15 } },

  { words: 'i morse, imorse, i morrse, nu på morgonen, nu i morse, idag på morgonen, nu på morronen, imorese, i morgonse', date: today, part: 'morning' },
  { words: 'i förmiddags, i fm, nu på förmiddagen, nu på fm, i formiddags', date: today, part: 'forenoon' },
  { words: 'i middags', date: today, part: 'noon' },
  { words: 'i eftermiddags, i em, i eftermiddag, nu på eftermiddagen, nu på em', date: today, part: 'afternoon' },
  { words: 'i kväll, ikväll, nu på kvällen, nu ikväll, nu i kväll, i afton, nu under kvällen', date: tonight, part: 'evening' },
  { words: 'i natt, inatt, inat, i nat, nu på natten, nu i natt, nu inatt, nu under natten, hela natten, under natten, i går natt, natten, på natten, mitt i natten, på småtimmarna, sent på natten, tidigt på natten', part: 'night' },
  { words: 'förra natten, natten innan, igår natt', date: yesterday, part: 'night' },
  { words: 'på morgonen, under morgonen, hela morgonen, tidigt på morgonen, på morronen, på morgonkvisten', part: 'morning' },
  { words: 'på förmiddagen, under förmiddagen, hela förmiddagen, på fm, under fm, sent på förmiddagen', part: 'forenoon' },
  { words: 'på eftermiddagen, under eftermiddagen, hela eftermiddagen, på em, under em, sent på eftermiddagen, tidigt på eftermiddagen', part: 'afternoon' },
  { words: 'på kvällen, under kvällen, hela kvällen, sent på kvällen, tidigt på kvällen, framåt kvällen, på kvällskvisten, mot kvällen', part: 'evening' },
  { words: 'på dagen, mitt på dagen', part: 'day' },
  { words: 'morgon, morgonen, morse, morron', part: 'morning', needsCompany: true },
  { words: 'förmiddag, förmiddagen, fm, f m', part: 'forenoon', needsCompany: true },
  { words: 'lunch, vid lunch, middag', part: 'noon', needsCompany: true },
  { words: 'eftermiddag, eftermiddagen, em, e m', part: 'afternoon', needsCompany: true },
  { words: 'kväll, kvällen, afton', part: 'evening', needsCompany: true },
  { words: 'natt, på natt', part: 'night', needsCompany: true },

  { words: 'vid frukost, vid frukosten, under frukosten, efter frukost, efter frukosten, före frukost, innan frukost, vid morgonomvårdnaden, vid morgonomvårdnad, vid morgonbesöket, vid morgonmötet, vid morgonrapporten, vid lämning, vid lämningen, vid samlingen, vid samling, vid morgonmedicinen, vid morgonpasset, vid morgontoaletten, vid morgonrundan', part: 'morning', isOccasion: true },
  { words: 'vid lunchen, vid lunch, vid lunchtid, vid lunchtiden, under lunchen, efter lunch, efter lunchen, före lunch, innan lunch, kring lunch, runt lunch, på lunchen, vid lunchbesöket, mitt på lunchen, över lunchen', part: 'noon', isOccasion: true },
  { words: 'vid mellanmålet, vid mellanmål, vid fikat, vid fikastunden, vid eftermiddagsfikat, vid vilan, under vilan, efter vilan, vid hämtning, vid hämtningen, vid eftermiddagskaffet', part: 'afternoon', isOccasion: true },
  { words: 'vid middagen, vid middag, under middagen, efter middagen, vid kvällsmaten, vid kvällsmålet, vid kvällsfikat, vid kvällsomvårdnaden, vid kvällsbesöket, vid kvällsmedicinen, vid läggdags, vid läggning, vid läggningen, vid kvällsronden, vid sänggåendet, vid kvällspasset, vid kvällstoaletten, vid kvällsrundan, vid kvällsmat', part: 'evening', isOccasion: true },
  { words: 'vid nattronden, vid nattillsynen, vid natttillsynen, vid nattbesöket, vid midnatt, runt midnatt, strax efter midnatt, strax före midnatt, kring midnatt, på nattronden, under nattronden', part: 'night', isOccasion: true },
  { words: 'på nattpasset, under nattpasset, på nattskiftet', part: 'night', isOccasion: true },
  { words: 'på kvällspasset, under kvällspasset, på kvällsskiftet', part: 'evening', isOccasion: true },
  { words: 'på morgonpasset, under morgonpasset', part: 'morning', isOccasion: true },
  { words: 'på dagpasset, under dagpasset, vid passbyte, vid passbytet, vid överlämningen, vid överrapporteringen, vid ronden, vid duschtillfället, vid skiftbytet, vid skiftbyte', part: 'day', isOccasion: true },

  { words: 'i helgen, under helgen, hela helgen, förra helgen, nu i helgen, helgen som var, senaste helgen, den gångna helgen, gångna helgen', date: weekend(0) },
  { words: 'nästa helg, kommande helg, till helgen', date: weekend(1) },
  { words: 'förra veckan, föregående vecka, senaste veckan, den senaste veckan, i förra veckan, under förra veckan, hela förra veckan, veckan innan, förra vecka, forra vekan', date: offset('week', -1) },
  { words: 'förrförra veckan, i förrförra veckan', date: offset('week', -2) },
  { words: 'i veckan, denna vecka, denna veckan, den här veckan, hela veckan, under veckan, nu i veckan, tidigare i veckan', date: offset('week', 0) },
  { words: 'nästa vecka, kommande vecka', date: offset('week', 1) },
  { words: 'förra månaden, föregående månad, senaste månaden, den senaste månaden, under förra månaden, i förra månaden', date: offset('month', -1) },
  { words: 'denna månad, den här månaden, i månaden, hela månaden, under månaden', date: offset('month', 0) },
  { words: 'nästa månad, kommande månad', date: offset('month', 1) },
  { words: 'i år, hittills i år, under året, hela året, det här året, detta år, så här långt i år', date: offset('year', 0) },
  { words: 'i fjol, förra året, föregående år, ifjol, under förra året', date: offset('year', -1) },
  { words: 'nästa år', date: offset('year', 1) },
  { words: 'i våras, våras', date: season(3, 5) },
  { words: 'i somras, under sommaren, i sommar, förra sommaren, hela sommaren', date: season(6, 8) },
  { words: 'i höstas, under hösten, i höst, hela hösten, förra hösten', date: season(9, 11) },
  { words: 'i vintras, under vintern, i vinter, hela vintern, förra vintern', date: season(12, 2) },
  { words: 'i julas, under julen, i jul, under julhelgen', date: holiday('christmas') },
  { words: 'i påskas, under påsken, i påsk, under påskhelgen', date: holiday('easter') },
  { words: 'julafton, på julafton', date: holiday('christmasEve') },
  { words: 'juldagen, på juldagen', date: holiday('christmasDay') },
  { words: 'annandag jul, annandagen, på annandagen, på annandag jul', date: holiday('boxingDay') },
  { words: 'nyårsafton, på nyårsafton', date: holiday('newYearsEve') },
  { words: 'nyårsdagen, på nyårsdagen', date: holiday('newYearsDay') },
  { words: 'trettondagen, på trettondagen', date: holiday('epiphany') },
  { words: 'långfredagen, långfredag, på långfredagen, på långfredag', date: holiday('goodFriday') },
  { words: 'påskafton, på påskafton', date: holiday('easterEve') },
  { words: 'påskdagen, på påskdagen', date: holiday('easterDay') },
  { words: 'annandag påsk, på annandag påsk', date: holiday('easterMonday') },
  { words: 'valborg, på valborg, valborgsmässoafton, på valborgsmässoafton', date: holiday('walpurgis') },
  { words: 'första maj, på första maj', date: holiday('firstOfMay') },
  { words: 'kristi himmelsfärd, kristi himmelsfärdsdag, på kristi himmelsfärdsdag', date: holiday('ascension') },
  { words: 'nationaldagen, på nationaldagen', date: holiday('nationalDay') },
  { words: 'midsommarafton, på midsommarafton, i midsommar, under midsommar', date: holiday('midsummerEve') },
  { words: 'midsommardagen, på midsommardagen', date: holiday('midsummerDay') },
  { words: 'alla helgons dag, på alla helgons dag, i allhelgona', date: holiday('allSaints') },
  { words: 'lucia, på lucia, luciadagen', date: holiday('lucia'), needsCompany: true },
]; // prettier-ignore

export const weekdayStems = ['mandag', 'tisdag', 'onsdag', 'torsdag', 'fredag', 'lordag', 'sondag'] as const;
/** "i tors", "i fre"; "mån" is left out, since "i mån av plats" means something else. */
export const weekdayAbbreviations: Readonly<Record<string, number>> = {
  tis: 2,
  ons: 3,
  tors: 4,
  tor: 4,
  fre: 5,
  lor: 6,
  son: 7,
};

export const monthNames: Readonly<Record<string, number>> = {
  januari: 1, jan: 1, februari: 2, feb: 2, mars: 3, mar: 3, april: 4, apr: 4, maj: 5, juni: 6, jun: 6, juli: 7, jul: 7, augusti: 8, aug: 8,
  september: 9, sep: 9, sept: 9, oktober: 10, okt: 10, november: 11, nov: 11, december: 12, dec: 12,
}; // prettier-ignore

export const numberWords: Readonly<Record<string, number>> = {
  en: 1, ett: 1, tva: 2, tre: 3, fyra: 4, fem: 5, sex: 6, sju: 7, atta: 8, nio: 9, tio: 10, elva: 11, tolv: 12, par: 2, nagra: 3, nagon: 1, femton: 15, tjugo: 20, trettio: 30,
}; // prettier-ignore

export const unitWords: Readonly<Record<string, TimeUnit>> = {
  minut: 'minute', minuter: 'minute', min: 'minute', timme: 'hour', timma: 'hour', timmar: 'hour', tim: 'hour', dag: 'day', dagar: 'day', dygn: 'day',
  vecka: 'week', veckor: 'week', manad: 'month', manader: 'month', ar: 'year',
}; // prettier-ignore

/** A number before one of these is an amount, not a time. */
export const amountWords = new Set(
  `min minut minuter tim timme timmar h kr kronor grader procent personer person st stycken barn mg ml cl dl g kg m mm cm km manader manad dagar dag dygn veckor vecka ar ggr ganger gang
boende brukare kunder platser tabletter tablett portion liter glas doser dos sek sekunder kvm meter tkr mkr sidor tusen tal aringar plan vaningen stygn`.split(
    /\s+/u,
  ),
);
