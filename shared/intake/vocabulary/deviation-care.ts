/** Words of the deviation categories that concern care and the people in it. */
import type { DeviationCategory } from '../../records/choices.ts';
import type { WeightedWords } from './weighted-words.ts';

export const careDeviationWords: Partial<Record<DeviationCategory, WeightedWords>> = {
  medication: {
    events: `
fel dos, dubbel dos, dubbla doser, feldos*, feldelning*, överdos*, medicinfel*, läkemedelsfel*, läkemedelsavvikelse*, felmedicin*, glömd/missad/utebliven/glömt/missat/saknad signering, osigner*, odelegera*, narkotikasvinn*, läkemedelssvinn*,
fel/missad/missat/glömd/glömt/utebliven/uteblivet medicin*, fel/missad/missat/glömt/glömd läkemedel*, fel tablett*, fel patient .. <user>, missad/utebliven dos, fel dosett, dubbelmediciner*, inte signerat/signerad/signerats, ej signerat/signerad/signerats, ej given, gavs dubbelt, fick dubbelt, fel insulin*`,
    strong: `
*medicin*, läkemedel*, insulin*, waran*, alvedon*, oxascand*, morfin*, apodos*, dosett*, dospåse*, dosrulle*, dosen, tablett*, piller, pillren, delegering*, signeringslist*, signaturlist*, smärtplåst*, morfinplåst*, norspan*, injektion*, spruta*, sprutor*, inhalator*, inhalation*, ögondropp*,
narkotika*, epipen*, stesolid*, imovane*, fragmin*, novorapid*, lantus*, eliquis*, furix*, sobril*, zopiklon*, paracetamol*, ipren*, panodil*, citodon*, tradolan*, oxycontin*, oxynorm*, metformin*, levaxin*, trombyl*, digoxin*, buccolam*, ritalin*, concerta*, xarelto*, haldol*, heminevrin*, betapred*, penicillin*, antibiotika*,
kortison*, blodförtunnande, ordination*, ordinera*, dosändring*, kvällsdos*, morgondos*, nattdos*, vid behovs*, sömntablett*, laxermedel*, movicol*, hjärtmed*, nitroglycerin*, ventoline*, mixtur*, salva*, adrenalin*, vaccin*, medikament*, levodopa*, madopar*, sinemet*, kalium*, preparat*, zopiclon*`,
    usual: `signering*, signera*, signatur*, dos, doser, droppar, dropparna, kräm, krämen, plåster bytt*, recept*, apotek*, ampull*, dosering*, delad`,
  },
  fall: {
    events: `
ramla*, rammla*, snava*, snäva, tappade fotfästet, slog i .. huvud*/golv*/knä*/bord*, slog huvudet, svimmade, svimma*, trilla*, föll, fallit, faller, halka*, halkolycka*, snubbla*, fallolycka*, fallskad*, fallhändelse*, fallrapport*, fallavvikelse*, hittad*/hittas/hitta/hittat/låg/ligger/legat/liggande/ligg .. golvet, hittad*/låg/ligger/legat/liggande på golv*, gled ur/ner/av, gled från, glidit ur/ner/av, tappade balansen, tappa balansen, segnade ner, satt på golvet,
omkull, fall från/ur/i/hos/vid/under/utan/inne/utomhus/inomhus/natt/inatt/igår/idag, fall på, fall med skada, ett fall, nytt fall, fall i/ur/från, kraschade i golvet, ramlad*, rasade ihop, föll ihop, dråsa*, vurpa*, drattade, ramlat*, ramal*, föl i, golvet/*golvet kl, hittade/hittades/hittad/hittats .. *golvet/golv, låg/ligger/liggande .. *golvet`,
    usual: `slog sig, slog i, slagit sig, fall, fallet, fallrisk*, fallskydd*, höftskyddare*, golvet`,
  },
  missedService: {
    events: `
kom aldrig, kom inte, kom ej, inte kommit, aldrig kom, utebl*, blev inte/ej/aldrig av, ställdes in, ställts in, ställde in, inställd, inställt, inställda, missat/missade/missad/glömt/glömd/glömda besök*, *besök* .. missa*/glöm*/utebl*/borta/ej/inte, dubbelbok*, fick vänta, fått vänta, fick sitta och vänta, väntat i, ingen kom, ingen dök, dök aldrig/inte/ej,
glömdes hos, glömd hos, glömdes kvar, hoppades/hoppade över, hoppats över, inte/ej/aldrig utförd, inte/ej/aldrig utfört, inte/ej/aldrig utförda, blev utan, blivit utan, fick inte .. dusch*/städ*/promenad*/besök*/tvätt*/ledsag*/avlös*/hjälp/stöd/mathjälp*, fick ej .. dusch*/städ*/promenad*/besök*/tvätt*, inte fått .. dusch*/städ*/promenad*/besök*/hjälp/stöd,
insats* .. inte/ej/utebl*/försenad*/fel, fel insats*, utebliven insats, uteblev, glömdes bort, ingen dusch, försenat/sena/sent/försenade besök*, försenat *besök*, kom fram för sent, anlände för sent, städades inte, duschades inte, fel kund, fel adress åkte, gick förbi, kom en timme, kom två timmar, kom tre timmar, fick inget/inga/inte besök*, inget/inga besök, glömdes/glömd/missades/missad/uteblev/utebliven/missade .. *insats*/*besök*/*tillsyn*, *insats*/*insatsen/*tillsyn* .. glömd*/missa*/utebl*/avbok*, glömde/glömt/missade hämta/lämna/åka/skjutsa, dök inte upp, inte dök upp, dök ej upp, fick bara .. min*, avbokades/avbokad/avbokat/avbokade, kom .. timmar sent, timme sent, timmar sent, timmar for sent, minuter sent`,
    usual: `för sent, försenad*, försening*, sen ankomst, kom sent, besök, besöket, besöken, *besöket, *besöken, dusch*, duschen, städ*, städning*, promenad*, ledsagning*, insats, insatsen, insatser*, insatserna, tillsyn*, avlösning*, inköp glöm*, inte hunnit, ogjord*, ogjort, skolskjuts*, taxi*`,
    weak: `vänta*, hann inte, hinner inte, timmar, hemtjänst*, tvätt*, städ`,
  },
  careQuality: {
    events: `
trycksår*, trycksar*, liggsår*, blöt/full/våt/kissig/bajsig/nedkissad blöj*, blöja/blöjan inte/ej bytt*, vändschema* .. inte/ej, inte/ej vänd*, munvård* .. inte/ej/utebl*, låg i avföring/urin/kiss, legat i avföring/urin/kiss, låg i blöt*, uttorka*, sittande/suttit/satt/sitta .. toa*/toalett*, oduschad*, smutsig* kläder, samma kläder, kläder bak*, våta/blöta/smutsiga/nedkissade/blött/vått lakan/säng*/kläder, hudskad*, kad .. stopp*/läck*/drog*, lämnad/lämnades ensam, lämnades utan, lämnats ensam, utan tillsyn, försummad*, bristande/brister/bristfällig/brist i omsorg*/omvårdnad*/vård*, inte fått/fick duscha, nedkissad*, nedbajsad*, kissat ner, intorkad*, inkontinensskydd* .. inte/fel/ej, otvättad*, orakad*, brännskad* .. kaffe*, skavsår*,
hittad*/hittades utomhus/ute, lämnade/lämnat/lämnar boendet/avdelningen/lägenheten/huset, utan att personal* märkte, gick ut själv, irra*, på rymmen, vilse, kateter* .. stopp/drogs/rycktes/utdragen/läck*, klev ur, vårdskada*, förväxl*, fel förflyttning*, felaktig förflyttning*, ensam vid dubbelbemanning`,
    strong: `kad, katetern, lakan, lakanen, vändschema*, blöja, blöjan, blöjor*, inkontinens*, munvård*, omvårdnad*, morgonomvårdnad*, kvällsomvårdnad*, kateter*, stomi*, sår på, såret, såromlägg*, sårvård*, hälen, korsbenet, nagelvård*, fotvård*, rodnad*, vätska*, dropp`,
    usual: `toalett*, toabesök*, omsorg*, sår, hygienbrist*, kläder, förflyttning*, dubbelbemanning*, rehab*, sängliggande, sondmat*, peg`,
    weak: `sängen, palliativ*`,
  },
  treatment: {
    events: `
otrevlig*, höjde rösten, höjde tonen, höjd röst, nedlåtande*, respektlös*, ovärdig*, kränk*, suckade, suckar, himlade, himlar, rullade med ögonen, rullar med ögonen, himlade med, kallade/kallar/kallat <user> .. för/inför, nonchal*, dåligt/illa/otrevligt/bristande bemöt*, brist* i bemöt*, ovänlig*, bryskt, brysk, snäste*, snäsig*, snäste, fräste, fräser, skällde, skäller, skällt, skrek åt, skrek till, skriker åt, röt åt, röt till, ohövlig*, oartig*, hånade, hånfull*, hånskrat*, skrattade åt, pratade/talade/pratar/prata över huvud*, över huvudet på, ignorer*, kändes inte ok/bra/okej, barnspråk*, oförskämd*, rasist*, oprofessionell*, otrevl*, förlöjliga*,
fördom*, diskriminer*, illa bemött, sa åt .. skärpa, sur mot, irriterad/arg/elak på/mot, elak*, hård ton, hårda ord, hårt tonläge, ohyfsad*, otålig*, hånl*, pratade/talade/prata/pratar om <user> som, om hen inte, om hon inte var där, dum mot, himlande, svor åt, svor, suck, spydig*, snorkig*, utan att knacka, knackade inte, utan att hälsa, hälsade inte, kallade .. för, retas med, pratade illa, talade illa, visslar, viftade bort, tilltal*`,
    usual: `bemöt*, tonen, attityd*, stressad*, sur, sura, ton, respekt*`,
    weak: `kollega, kollegan, tonläge, prata*, sa`,
  },
  hygieneInfection: {
    events: `
*kräksjuk*, magsjuk*, maginfluensa*, kräkts, kräktes, mrsa, vre, esbl, covid*, corona*, influensa*, smitta*, *smitta, norovirus*, clostridi*, skabb*, löss, lusutbrott*, utbrott av, lunginflammation*, hygienrutin* .. inte/ej/brast/bröt*/följd*, basal*/basala hygien* .. inte/ej/brast, bristande hygien*, stickskad*, stick* på .. nål*/kanyl*, kanyl* .. låg/hittad*/fel, ringar/armbandsur/lösnaglar/nagellack/smycken på, lösnaglar*, utan handskar/munskydd/förkläde*, saknade handskar/munskydd/förkläde*, slut på handsprit*/handskar*/munskydd*/förkläde*, ingen/inga/utan/inget handsprit*/handskar*/munskydd*/förkläde*/tvål*/handdesinf*, handsprit* .. slut/tom*/saknas*, vinterkräk*, calici*, ohygienisk*, springmask*, höstblås*, vattkoppor*, scharlakans*, svinkopp*, ögoninflamm*`,
    strong: `hygien, hygienen, hygienrutin*, basal, basala, handsprit*, handskar*, handskarna, munskydd*, skyddsförkläde*, plastförkläde*, förkläde*, lösnaglar, naglar, nagellack, arbetskläder*, kohort*, smitt*, desinf*, visir*, isolering*, handhygien*, tvättade inte händerna, spolo*, spoldesinf*, skyddsutrust*, steril*, karantän*`,
    usual: `ringar, smuts*, avfall*, tvättvagn*, diskmaskin*, privata kläder, orent, soprum*, städning*, hosta*, feber`,
  },
  nutrition: {
    events: `
maten/lunchen/middagen/frukosten räckte/räcker inte, maten tog slut, fel kost, fel mat, fel specialkost, *allergi/*allergisk/*allergiska .. nötter/mjölk/ägg/fisk/jordnöt*/soja/fick/åt/serverades/fått, trots *allergi*, allergisk reaktion, satte .. i halsen, satt i halsen, satt fast i halsen, inte/ej fått .. mat/lunch/frukost/middag/mellanmål/matlåda/vätska, fick inte/ingen .. mat/lunch/frukost/middag/mellanmål/matlåda/dryck, ingen/utan mat, utan matlåda, matförgift*, matförgiftade, viktnedgång*, gått ner i vikt, tappat i vikt, undernär*, utgång* datum, passerat datum, gammal mat, mögl* .. bröd*/mat*, nattfast*, kyl/kylen/kylskåp*/frys*/kylrum* .. grader/trasig*/varm*/stod/för, rå/rått kyckling*/kött, hårstrå .. mat*, felkost*, matlåda* .. borta/glöm*/utebl*/saknas*/fel, fläsk .. muslim*/halal*, åt fel, inte konsistens*`,
    strong: `*allergi*, allergi*, celiaki*, diabetiker*, diabetes, saft, gluten*, laktos*, *intoleran*, dysfagi*, konsistensanpass*, konsistens*, *celiaki*, specialkost*, näring*, nutrition*, *kost, timbalkost, nötter, jordnöt*, mjölkprotein*, mjölkfri*, vegetar*, vegan*, halal*, diabeteskost*, kylen, kylskåp*, matlåd*, förtjockn*, livsmedel*, energitäta, näringsdryck*`,
    usual: `mat, maten, matsedel*, lunch*, middag*, frukost*, mellanmål*, kyltemp*, frys*, dryck*, köket, servera*, åt, äta, ätit, buffé*, matsal*, fisk, ägg, kyckling*`,
    weak: `vikt*, smör*`,
  },
};
