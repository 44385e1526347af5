/** What shows that a capitalised word is a person, and what shows that it is not. */

/** Endings of Swedish surnames that hardly any other word has. */
export const surnameEndingsAlone = ['sson'];

/** Endings that make a surname of a capitalised word after a given name or a person word. */
export const surnameEndings = `
ström, berg, lund, qvist, kvist, quist, gren, dahl, dal, stedt, blom, man, holm, fors, mark, lind, stam, sjö, ros, blad, strand, stad, bäck, ling, sten, löf, löv,
rud, thal, vall, wall, hag, ås, sen, nen, ova, ov, ska, ski, vic, vić, oglu, zadeh, pour, yan, dze, ian, ez, is, ko, uk, ic, ic, ius, ell, én, in, ert, ard
`;

/** Surnames that are common and have no telling ending. */
export const surnames = `
Abdi, Abdullahi, Ahlgren, Ahmadi, Ahmed, Al-Hassan, Ali, Alm, Ask, Asplund, Axelman, Beck, Berg, Berggren, Bergman, Bergqvist, Bergström, Bexell, Björk, Björklund, Björkman, Blom, Blomqvist, Boström, Brandt,
Bylund, Byström, Dahl, Dahlberg, Dahlgren, Dahlin, Dahlström, Edlund, Ek, Ekberg, Ekdahl, Ekholm, Eklund, Ekman, Ekström, Engberg, Engdahl, Engman, Engström, Englund, Fahlén, Falk, Fors, Forsberg, Forslund, Forsman, Fransén, Friberg,
Granberg, Grahn, Gran, Grönlund, Gustavsson, Hagberg, Haglund, Hagman, Haddad, Hagström, Hammar, Hansen, Hassan, Hedberg, Hedin, Hedlund, Hedman, Hedström, Hellström, Hellberg, Hellgren, Hermansson, Holm, Holmberg, Holmgren,
Holmqvist, Holmström, Hosseini, Hussein, Höglund, Högberg, Ibrahim, Jansson, Jensen, Kaya, Khan, Kjellberg, Kovacevic, Kvist, Larsen, Lind, Lindahl, Lindberg, Lindblad, Lindblom, Lindén, Linder, Lindell, Lindfors, Lindgren, Lindholm, Lindh,
Lindkvist, Lindqvist, Lindroth, Lindstedt, Lindström, Ljung, Ljungberg, Ljunggren, Lund, Lundberg, Lundell, Lundgren, Lundholm, Lundin, Lundkvist, Lundmark, Lundqvist, Lundström, Löfgren, Löfqvist, Löfström, Malm, Malmberg, Malmström,
Mattsson, Melin, Moberg, Mohamed, Molin, Morin, Modig, Myrberg, Nguyen, Nilsén, Nord, Nordberg, Nordin, Nordlund, Nordström, Norberg, Norén, Norgren, Norling, Nyberg, Nygren, Nyholm, Nylander, Nyman, Nyström, Näslund, Nyqvist, Omar, Osman,
Palm, Palmgren, Petrovic, Popovic, Rahimi, Rosén, Rosenberg, Roos, Ros, Rydberg, Rydén, Sahin, Salonen, Sandberg, Sandell, Sandin, Sandgren, Sandström, Sjöberg, Sjöblom, Sjödin, Sjögren, Sjöholm, Sjölund, Sjöström, Skog, Skoglund,
Skoog, Stenberg, Stenman, Strand, Strandberg, Strömberg, Ström, Strömgren, Sundberg, Sundin, Sundgren, Sundqvist, Sundström, Svedberg, Söder, Söderberg, Söderlund, Södergren, Söderström, Tran, Thorén, Törnqvist, Uddin, Virtanen,
Vikström, Viklund, Wahlberg, Wahlström, Wallin, Wallgren, Wennberg, Werner, Westberg, Westerberg, Westerlund, Westin, Westman, Wiberg, Wikström, Wiklund, Wallström, Yilmaz, Yildiz, Yusuf, Zetterberg, Zetterlund, Zetterström, Åberg,
Ågren, Ahlström, Åkerlund, Åkerström, Åström, Åslund, Öberg, Öhman, Öhlund, Öman, Österberg, Östberg, Östlund, Östman, Nowak, Kowalski, Ivanov, Jovanovic, Markovic, Nikolic, Saleh, Salem, Warsame, Farah, Jama, Younes
`;

/** A capitalised word straight after one of these is a person's name. */
export const personTitles = `
fru, fröken, frun, herr, kollegan, kollega, handläggaren, handläggare, rektor, rektorn, enhetschef, enhetschefen, chefen, sjuksköterskan, sjuksköterska, undersköterskan, undersköterska, ssk, usk,
vikarien, vikarie, kund, kunden, brukare, brukaren, vårdtagare, vårdtagaren, boende, boenden, hyresgästen, klient, klienten, gästen, patient, patienten, barnet, eleven, pojken, flickan, dottern, dotter, sonen, son, maken, make, makan, maka,
sambon, mamman, mamma, pappan, pappa, mormor, morfar, farmor, farfar, grannen, anhörige, systern, syster, brodern, bror, läkaren, doktor, dr, pedagogen, förskolläraren, assistenten, heter, hette, namnet, namn, vaktmästaren, kontaktpersonen
`;

/** After one of these a name in `givenNamesInContext` is a person, unless it begins the sentence. */
export const wordsBeforePersons = `
av, med, åt, till, hos, från, mot, för, sa, säger, enligt, hjälpte, ringde, träffade, gav, hittade, bad
`;

/** Capitalised words that are no names though a person word stands before them. */
export const noPersonNames = `
måndag, tisdag, onsdag, torsdag, fredag, lördag, söndag, januari, februari, mars, april, maj, juni, juli, augusti, september, oktober, november, december,
waran, alvedon, oxascand, sobril, imovane, apodos, panodil, ipren, insulin, fragmin, eliquis, furix, novorapid, lantus, levaxin, trombyl, stesolid, citodon, tradolan, oxycontin, oxynorm, metformin, morfin, ritalin, concerta, buccolam, morfin, xarelto, betapred, cipramil, sertralin, mirtazapin, heminevrin, haldol,
paraplyet, treserva, procapita, lifecare, viva, cosmic, takecare, pascal, nap, teams, outlook, sharepoint, word, excel, microsoft, google, facebook, ipad, iphone, samsung, stella, agresso, ekot, ils, stratsys, skolplattformen, unikum, vklass, swish, bankid, mybasic, phoniro, tes, epic,
stockholm, sjövik, tallhöjden, talludden, göteborg, malmö, uppsala, solna, huddinge, älvsjö, hägersten, liljeholmen, farsta, enskede, södersjukhuset, karolinska, danderyd, nacka, sverige, norge, finland, somalia, syrien, irak, iran, ukraina, polen, turkiet, afghanistan,
ivo, mas, mar, lss, sol, hsl, apt, mrsa, vre, covid, corona, apoteket, ica, coop, samhall, polisen, försäkringskassan, skatteverket, arbetsförmedlingen, regionen, socialtjänsten, kommunen, nämnden, jourläkare, hemtjänsten, hemtjänst, förskola, förskolan, medborgarkontoret, kontaktcenter,
lex, sarah, maria, max, inte, ej, fick, har, är, var, som, med, på, i, och, en, ett, den, det, som, kom, ramlade, föll, hittades, kräktes, ringde, vill, ingen, inga, hade, blev, ska, skulle, slog, lägenhet, rum, avdelning, avd, plan, hus
`;
