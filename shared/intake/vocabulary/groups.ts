/** Groups of words that entries of the other vocabularies refer to as `<name>`. */
import type { WordGroups } from '../phrase-pattern.ts';

export const wordGroups: WordGroups = {
  staff: `
personal, personalen, personalens, kollega, kollegan, kollegor, kollegorna, kolleger, vikarie, vikarien, vikarier, vikariens, undersköterska, undersköterskan, usk, ssk, sjuksköterska, sjuksköterskan,
nattpersonal*, nattsköter*, undersköterskor*, sjuksköterskor*, pedagogerna, vikarierna, handläggarna, socialsekreterar*, biståndshandläggar*, boendestöd*, ledsagare*, kontaktperson*, kontaktman*, elevassistent*, rektor, rektorn, läkaren, distriktssköter*, arbetsterapeut*, fysioterapeut*, kurator*, städare*, chaufför*, vaktmästare*, städpersonal*, kökspersonal*, föreståndar*, gruppledare*, samordnaren, nattpatrullen, nattfröken, personliga assistent*, habiliteringsassistent*, behandlare*, kvällspersonal*, dagpersonal*, hemtjänstpersonal*, vårdpersonal*, boendepersonal*, medarbetare, medarbetaren, medarbetarna, vårdare, vårdaren, vårdbiträde*, skötare*, assistent, assistenten, pedagog, pedagogen, pedagoger, fröken,
barnskötare*, förskollärare*, handläggare, handläggaren, anställd, chef, chefen, stödassistent*, timvikarie*, omsorgspersonal*, timanställd*, arbetskamrat*`,
  user: `
brukare, brukaren, brukares, brukarens, brukarna, boende, boenden, boendes, boendens, kund, kunden, kunds, kundens, kunder, kunderna, kundernas, vårdtagare*, omsorgstagare*, patient, patienten, patients, patientens, gäst, gästen, gästs, gästens, klient*, hyresgäst*, gäster, gästerna, patienter*, barnens, eleverna, elever, pojke*, pojken, flicka*, flickan, tvååring*, treåring*, fyraåring*, femåring*, ettåring*, ungdom*, brukarnas,
barn, barnet, barnen, barns, barnets, barnens, elev, eleven, dam, damen, herre, herren, tant*, gubbe*, hen, henne, honom, hennes, hans, dement, dementa, pensionär*, äldre, kvinna, kvinnan, man, mannen`,
  child: `barn, barnet, barnen, barns, barnets, småbarn, förskolebarn, elev, eleven, ettåring*, 1-åring*, 2-åring*, åringen, tvååring*, treåring*, fyraåring*, femåring*, pojke*, flicka*, syskon`,
  money: `pengar, pengarna, kontanter, kontanterna, smycke*, plånbok*, guldring*, ring, ringen, klocka, bankkort*, sedlar, halsband*, börs, örhängen, värdesak*, handväska*, värdeföremål`,
  gone: `borta, försv*, stulit*, stulen, stulet, stulna, stjäl*, stal, saknas, saknades, fattas, snott, snodd*, tagit, tog`,
  giver: `
anhörig, anhöriga, anhörigas, anhörige, anhörigs, närstående*, mamma, mamman, mammor, pappa, pappan, dotter, dottern, dottrar, döttrar, son, sonen, söner, make, maken, maka, makan, fru, frun, hustru*, sambo, sambon, syster, systern, bror, brodern, svärdotter, svärson, barnbarn*,
morfar, mormor, farmor, farfar, gubben, gumman, granne, grannen, grannar, grannarna, förälder, föräldern, föräldrar, föräldrarna, vårdnadshavare, vårdnadshavaren, kund, kunden, kunder, kunderna, brukare, brukaren, brukarna, brukarrådet, boende, boenden, boendes, boenderådet, gästråd*, gäst, gästen, gäster, gästerna, vårdtagare, vårdtagaren,
besökare, besökaren, medborgare, medborgaren, invånare, invånaren, klient, klienten, klienter, sökande, sökanden, bidragssökande, hyresgäst*, patient, patienten, man, mannen, kvinna, kvinnan, herre, herren, dam, damen, tant, tanten, pensionär*, företagare*, entreprenör*, leverantör*, förening*, mottagare*, nyinflyttad*,
ungdom, ungdomar, ungdomarna, tonåring*, elev, elever, förvaltare*, kontaktperson*, privatperson*, familj, familjen, stockholmare, cyklist*, hundägare*, förbipasserande, boendeförening*, bostadsrättsförening*`,
};
