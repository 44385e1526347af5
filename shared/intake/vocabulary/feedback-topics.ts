/** Words of the feedback topics: what complaints, viewpoints, praise and suggestions are about. */
import type { FeedbackTopic } from '../../records/choices.ts';
import type { WeightedWords } from './weighted-words.ts';

export const feedbackTopicWords: Partial<Record<FeedbackTopic, WeightedWords>> = {
  treatment: {
    strong: `
pratar i mobil*, sitter med mobil*, mobilen under besök*, pratar i telefon*, surfar, otrevlig*, trevligt bemöt*, bemöt*, nonchal*, oartig*, oförskämd*, snäsig*, snäste, nedlåtande*, respektlös*, kränk*, höjde rösten, skällde, arrogant*, vänlig*, omtänksam*, underbar* personal*, personal* .. underbar*/fantastisk*/snäll*/trevlig*/bra/glad*/rar*/sur*/otrevlig*/stressad*/goda/varm*, sur, sura, ohövlig*, lyssna*, lyssnar, värdig*, ovänlig*, hånfull*, attityd*, respekt*, diskriminer*, tålmodig*, tålamod*, hjärtlig*, värme och, proffsig*, professionell*, himlade, suckade, elak*, vänligt, gott hjärta, trevlig*`,
    usual: `underbara, fantastiska, allihop, snäll*, rar, rara, varma, tonen, <staff> som är, stressad*, stressade, glad, glada, personal*, handläggaren`,
    weak: `alltid, mot, tack, handläggar*, underbar*, fantastisk*`,
  },
  accessibility: {
    strong: `
i telefonen, sitta i kö, vänta* .. telefon*, öppettid*, stängning*, öppet, öppna längre, stänger, stängt, kvällsöppet, lunchstängt, lunchstängning, svara* i telefon*, ingen/inte/aldrig .. svara*/svarar, kommer .. fram, kom .. fram på telefon*, nå fram, når inte, gå att nå, går inte att nå, inte får tag, får/få inte tag på/i, få tag på/i, telefonkö*, telefontid*, växeln, kö, kön, köer, kötid*, kölapp*, skylt*, skyltning*, hitta till, hitta hit, framkomlig*, rullstol*, ramp, rampen, hörslinga*, tillgänglig*, tolk*, drop-in, dropin, boka tid, tidsbokning*, ringer tillbaka, ringa upp, parkering*, hiss*, barnvagn*, trösk*, lättillgänglig*, dörröppnare*, teckenspråk*, svarar aldrig, telefon*, på helger, besökstid*, återuppringning*`,
    usual: `ringt, ringer, ringa, väntrum*, svar, entrén, tider, kontakt`,
  },
  handlingTime: {
    strong: `
tar sån tid, tar sådan tid, tar tid, väntat sen/sedan, ärendet tar, väntat/väntar/vänta/vänta i .. veckor/månader/år, veckor/månader på beslut/svar/besked, på beslut om, handläggningstid*, handlaggningstid*, utredningstid*, väntetid*, väntat/väntar/vänta .. på beslut/besked/svar, väntat .. veckor/månader, tar för lång tid, tar lång tid, för lång tid, så lång tid, tar evigheter, långsam*, dröjer, dröjt, dröjde, drar ut på, snabb handlägg*, snabbt beslut/besked/svar/beslut, snabb hjälp, snabb*, segt, seg, väntan*, utan beslut .. månader/veckor, inget beslut .. månader/veckor/än, inte fått .. beslut/besked/svar, lång handläggning*`,
    usual: `väntat, väntar, vänta, tio veckor, flera månader, veckor, månader`,
  },
  information: {
    strong: `
inaktuell*, uppdatera informationen, gammal information, fel information, information*, informer*, informeras, info, infoblad*, veckobrev*, månadsbrev*, nyhetsbrev*, broschyr*, blankett*, otydlig*, svårt/svår/svåra att förstå, begriplig*, obegriplig*, lättläst*, översatt*, översätt*, på engelska/arabiska/somaliska/finska/lätt, språk*, berätta* hur, berättar hur, ingen berättar, ingen sa, ingen talade om, fick inte veta, fått veta, inte fått veta, inte fått information*, besked om, vet inte vem, hemsida*, webbsida*, webbplats*, anslagstavla*, återkoppling*, tydlig*, motstridig*, kallelse*, brevet, dagsrapport*, hur dagen varit, berättade, föräldramöte*, kontaktlista*, utskick*`,
    usual: `veta, brev, skylt*, engelska, besked, webben, meddela*`,
  },
  food: {
    strong: `mattid*, måltiderna, äta tidigare, äta senare, mat, maten, matens, middag*, lunch*, frukost*, matsedel*, menyn, meny, kosten, *kost, fika, fikat, kaffe, kaffet, mellanmål*, matlåd*, smakar, smaklös*, kall mat, kallt kaffe, soppa*, potatis*, grönsak*, fisk, kött*, vegetar*, vegan*, kocken, kökspersonal*, köket, portion*, matsal*, måltid*, specialkost*, allergi*, bröd*, frukt*, salt, kryddor, husmanskost*, julbord*`,
    usual: `kall, leverantör*, äta, smak*`,
  },
  premises: {
    strong: `lokal, lokalen, lokaler*, hall, hallen, trång*, trångt, mögel*, luktar, lukt, inomhus*, ventilation*, städ* av lokal*, toalett*, toan, möbler*, stolar*, inredning*, färg på väggarna, sliten, slitet, slitna, nedsliten, ommål*, renover*, rummen, korridor*, väntrum*, ljudnivå*, bullrig*, buller, akustik*, kallt inne, varmt inne, för varmt, för kallt, drag från, dragigt, temperaturen, innemiljö*, omklädningsrum*, gardiner*, kapprum*, lägenhetens, fräsch*, trapphus*, källar*, tvättstuga*, soprum*, skötrum*, fasad*, takläck*, läcker`,
    usual: `mörk, mörkt, rummet, entré*, dörr*, fönster*, hiss*, huset, byggnad*, smutsig*, städad*, ostädad*`,
  },
  outdoor: {
    strong: `park*, parken, parklek*, lekplats*, lekredskap*, lekpark*, bänk*, papperskorg*, soptunna* i, skräp*, nedskräp*, klotter*, gatlyk*, lampor*, gatubelysn*, belysning*, gångväg*, cykelväg*, cykelbana*, cykelställ*, snöröj*, plogning*, plogat, plogas, plogar, sanda*, sandas, sandning*, halt, halkigt, halka*, isigt, gräs*, klipp*, ogräs*, rabatt*, blommor*, planter*, träd, trädet, träden, buskar*, häckar*, badplats*, bad, brygga*, grillplats*, hundrastgård*, hundbajs*, hundlatrin*, rastgård*, motionsspår*, utegym*, skog*, dagvatten*, trottoar*, vägen, potthål*, torg*, torget, elljusspår*, fontän*, pulkabacke*, isbana*, fotbollsplan*, råttor*, måsar*, gunga*, gungor*, sandlåda*, staket*, utemiljö*, odlingslott*, stadsodling*, buskage*, gångstig*, stig`,
    usual: `gården, gatan, utomhus, ute, vinter*, snö, snön, is, cykel*, bil*, naturen, mörkt, släck*`,
  },
  activities: {
    strong: `promenad, promenader, komma ut mer, utflykterna, utflykter .. inställ*/ställs, aktivitet*, julfest*, sommarfest*, fest, festen, midsommar*, lucia*, luciatåg*, julgran*, påskfest*, utflykt*, gymnastik*, gympa*, promenadgrupp*, bingo*, allsång*, sång*, sångstund*, musik*, underhållning*, kör, dans*, trubadur*, högläsning*, bokcirkel*, pyssel*, spelkväll*, filmkväll*, konsert*, kulturskol*, kultur*, skapande*, målning*, bakning*, bakar, vernissage*, studiebesök*, kurser*, öppet hus, fritids*, ungdomsgård*, teater*, läxhjälp*, trädgårdsgrupp*, surströmming*, kräftskiva*, nationaldags*, kalas*, grillkväll*, komma ut, kommer aldrig ut, evenemang*, sysselsätt*`,
    usual: `träff*, helgen, ordna*, roligt, rolig, tråkigt, program*, arrangemang*, skogen, kalender*`,
  },
  continuity: {
    strong: `ny personal, nya personal*, nytt folk, nya människor, nya ansikten, olika personal*, olika personer, olika människor, olika handläggare, byter/byta/bytt/bytte/byts handläggare, bytt/byta/byter .. personal*, byte av handläggare*/personal*, handläggarbyte*, personalbyte*, personalomsättning*, olika varje, kontinuitet*, samma personal, samma person, samma handläggare, fast kontakt*, fast omsorg*, kontaktman*, kontaktperson*, kontaktpersoner*, vem som kommer, vikarier hela, bara vikarier, olika vikarier, nya vikarier, så många olika, många olika, främmande människor, fyra handläggare, tredje handläggare*, femte handläggare*, slutar hela, ständigt nya, känner igen, ingen känner`,
    usual: `varje dag, varje gång, hela tiden nya, nya, byte, vikarier`,
  },
  decision: {
    strong: `beslut, beslutet, besluten, avslag*, avslog*, överklag*, ompröv*, bedömning*, felbedöm*, biståndsbeslut*, beviljad*, beviljas, beviljat, neka*, nekas, nekats, indragen, indraget, drogs in, dragit in, dras in, färdtjänst*, kontaktfamilj*, minskade timmar, minskad tid, orättvis*, avgift*, taxa*, fakturan, hyreshöjning*, köplats*, placering*, kriterier*, motivering*, minska* tiden, timmar neddragna, neddrag*`,
    usual: `rättvis*, fel beslut, ansökan, bistånd*, sökt`,
  },
  digitalService: {
    strong: `blankett* på hemsida*/nätet/webben, på hemsidan, formulär* på, etjänst*, digital*, app, appen, inloggning*, logga in, loggar in, bankid, skärmläsare*, webbformulär*, formuläret, mina sidor, kontot, lösenord*, krånglar, krashar, kraschar, buggar, buggig*, hemsidan .. fungerar/nere/går/krånglar, sajten, skolplattform*, undertext*, undertexter, textning*, talsyntes*, wifi*, pdf*, chattbot*, chatten, e-leg*, sidan laddar, felmeddelande*, länk*, skärm*, surfplatt*, mobilen, webbsändning*, webbtillgänglig*, plattform*, nätet, webbtjänst*, mejladressen fungerar`,
    usual: `hemsida*, webb*, sidan, dator*, online, sms*, teknik*, kontrast*`,
  },
  safety: {
    strong: `trygg, trygga, trygghet*, otrygg*, rädd, rädda, rädsla*, osäker, osäkert, oroad*, orolig*, mobb*, mobbad*, hot, hotfull*, gäng, gänget, langning*, droger*, langare*, knark*, våld*, bråk*, stök, stökigt, stökiga, vågar inte, farlig*, farligt, olycka*, olycksrisk*, trafikfar*, inbrott*, stöld*, rymt, rymde, tillsyn av barn, grinden, överfall*, kör för fort, trafiken, fortkörning*, mopeder*, ordningsvakt*, övervak*, berusade, brandsäker*, okända personer`,
    usual: `mörkt, mörka, kväll*, säker*, utsatt*, belysning, låst*, entrén`,
  },
  careQuality: {
    strong: `omsorg*, omvårdnad*, vården, vård, dusch*, duscha, duschad, hygien*, tvätt, tvätten, tvättas, tvättat, kläder*, städning*, städas, städat, städar, blöja*, blöjor, blöjbyt*, munvård*, medicin*, läkemedel*, skötsel*, tas om hand, tagit hand, tar hand, omhändert*, stödet, pedagogik*, genomförandeplan*, hjälpen, insats*, omsorgsfull*, nagel*, hår, håret, rakad*, byta om, kommer bort, försvinner, kontakten med, trycksår*, vändas, ramlat, fallit, fall, skada*, solkräm*, ombytt, leksaker, servicen, service*, hjälpsam*, lärandet, tandvård*, tandborst*, förbyt*, rehab*, läkarbesök*`,
    usual: `hjälp, stöd, bra jobb, jobb, arbete, arbetet, personal*, löst, ordna*, kvalitet*`,
    weak: `boende, brukare*, kund*`,
  },
  staffing: {
    strong: `för lite personal*, lite personal*, för få personal*, få personal*, för lite folk, personalbrist*, underbeman*, bemann*, stora barngrupper*, stor barngrupp*, barngrupper*, stora grupper, för få, för få vuxna, fler vuxna, fler personal, mer personal, mer folk, fler pedagoger*, för få pedagoger*, ensam med, ensam personal, personaltäthet*, ingen personal*, inga vuxna, vikariebrist*, utbildad personal*, outbild*, personalen räcker*, räcker inte till, kan inte svenska, språkkunskap*, svenska dåligt, pratar inte svenska, talar inte svenska, hinner inte, hinner aldrig, sommarvikarier*, nattpersonal*, legitimerad*, behöriga`,
    usual: `personal, vikarier, vikarie, stress*, pedagoger, natten, utbildning*`,
  },
  missedService: {
    strong: `kom aldrig, kom inte, kom ej, kommit inte, inte kommit, inte kommer, aldrig kommer, kommer aldrig, dök aldrig, uteblev*, utebli*, utebl*, missat besök*, missade besök*, missat .. besök*, besöket .. missa*/utebl*, ställs in, ställdes in, ställts in, inställd*, inställt*, blev inte av, blir inte av, kommer för sent, kom för sent, kommer sent, kom sent, kommer alltid sent, försenad*, försening*, inte utförd*, utförs inte, hoppar över, hoppat över, hoppade över, inte fått .. besök*/ledsag*/promenad*, får vänta, fick vänta, fått vänta, ingen kom, ingen kommit, som utlovat, som avtalat, inte i tid, kommer inte, kommer på fel tid, för tidigt, bara stannar, glömts bort, glömd*, glömt, fel tid, kortare än`,
    usual: `besök*, hemtjänst*, tider, tiden`,
  },
};
