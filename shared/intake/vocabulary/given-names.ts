/** Given names common in Sweden, of all origins. Compared without åäö, so one spelling is enough. */

/** Names that are hardly anything else: found in small letters too. */
export const givenNames = `
Abbas, Abdi, Abdi-Aziz, Abdirahman, Abdul, Abdullah, Abdulrahman, Abir, Adam, Adela, Adele, Adnan, Agda, Agnes
Agneta, Ahlam, Ahmad, Ahmed, Aida, Aina, Aisha, Akram, Alaa, Albert, Albin, Aleksander, Aleksandra, Alexander
Alexandra, Alexia, Alfred, Algot, Alice, Alicia, Alina, Alireza, Alvar, Alvin, Amanda, Amelia, Amelie, Amina, Amir
Amira, Ammar, Anders, Andrea, Andreas, Andrei, Andrej, Andrzej, Anette, Angela, Angelica, Angelika, Anita, Anja, Anna
Anna-Karin, Anna-Lena, Annbritt, Annchristin, Anneli, Annelie, Annette, Annie, Annika, Annkristin, Annmarie, Annsofie
Anton, Antonia, Antonio, Anwar, Arash, Arman, Arne, Aron, Artin, Artur, Arvid, Asa, Asma, Asta, Astrid, Athena, Ayaan
Ayan, Ayham, Aylin, Ayse, Aysha, Azad, Aziz, Azra, Barbara, Bashir, Beata, Beatrice, Behnam, Behrouz, Bengt, Benjamin
Bente, Berit, Bernhard, Bernt, Berta, Bertil, Bibbi, Bilal, Birger, Birgit, Birgitta, Birthe, Bisrat, Björn-Erik
Bodil, Boel, Bogdan, Borje, Bråke, Branko, Brita, Brittinger, Brittmarie, Bruno, Burhan, Calle, Camilla, Carin
Carina, Carita, Carl, Carl-Gustaf, Carl-Johan, Carlos, Carola, Carolina, Caroline, Casper, Catarina, Catharina
Cathrine, Catrin, Cecilia, Charles, Charlotta, Charlotte, Chris, Christel, Christer, Christian, Christina, Christine
Christoffer, Christopher, Claes, Clara, Clas, Connie, Conny, Cornelia, Cristina, Curt, Dagmar, Dagny, Dalia, Damir
Daniel, Daniela, Daniella, Danuta, Dariusz, Darko, David, Dawit, Denis, Dennis, Desiree, Diana, Dilan, Dimitri, Ditte
Diyar, Doris, Dorota, Dragan, Dragana, Eberhard, Ebrahim, Eddie, Edith, Edvard, Edvin, Edwin, Egil, Eila, Einar, Eino
Eira, Eivor, Elena, Eleonora, Elias, Elif, Elin, Elina, Elinor, Elisa, Elisabet, Elisabeth, Elise, Elizabeth, Ellen
Ellinor, Elliot, Elma, Elmer, Elof, Elsa, Elsy, Elvira, Elvis, Elvy, Emanuel, Emelie, Emil, Emilia, Emilie, Emily
Emina, Emma, Emmy, Engla, Eric, Erica, Erik, Erika, Erkki, Erland, Erling, Esther, Eugen, Eva-Lena, Evelina, Evert
Evy, Fadi, Fadime, Fadumo, Fahad, Faisal, Faiza, Farah, Farhad, Farid, Farida, Farzaneh, Fatema, Fatemeh, Fatima
Fatma, Fatuma, Felicia, Felix, Fereshteh, Ferhat, Filip, Filippa, Fille, Folke, Frederik, Fredrik, Fredrika, Frida
Fritz, Gabriel, Gabriella, Gerd, Gerda, Gerhard, Gerry, Ghassan, Ghazal, Gideon, Gisela, Gittan, Glenn, Goran
Gordana, Gosta, Gote, Greger, Greta, Grethe, Gudrun, Gullan, Gullbritt, Gunborg, Gunbritt, Gunhild, Gunilla, Gunlog
Gunnar, Gunnel, Gunvor, Gurli, Gustaf, Gustav, Habib, Habiba, Hadi, Hadil, Haidar, Hakan, Halima, Halina, Hamid
Hampus, Hamza, Hanan, Hannah, Hannele, Hans-Erik, Harald, Hariet, Harriet, Harry, Hasan, Hassan, Hatice, Hawa, Hedda
Hedvig, Heidi, Heikki, Helen, Helena, Helene, Helge, Helmer, Helmi, Henning, Henrik, Henry, Herbert, Herman, Hevin
Hiba, Hilda, Hildegard, Hilding, Hilma, Hilmer, Hjalmar, Hjordis, Hodan, Holger, Hosein, Hossein, Hugo, Hulda
Hussain, Hussein, Ibrahim, Ida, Idil, Idris, Ifrah, Igor, Ikram, Ilhan, Ilse, Imad, Imran, Ines, Inez, Ingalill
Ingbritt, Ingeborg, Ingegard, Ingegerd, Ingela, Ingemar, Inger, Ingmar, Ingmarie, Ingrid, Ingvar, Ingvor, Irena
Irene, Irina, Irma, Isaac, Isabel, Isabell, Isabella, Isabelle, Isak, Ismael, Ismail, Ivan, Ivana, Ivar, Iwona, Jaana
Jacob, Jakob, Jalal, Jamal, Jamila, Jan-Erik, Jan-Olof, Janet, Janina, Janne, Janos, Jari, Jasmina, Jasmine, Javad
Jawad, Jeanette, Jennie, Jenny, Jens, Jerker, Jerry, Jerzy, Jesper, Jessica, Jill, Jimmie, Jimmy, Joakim, Joanna
Jocke, Joel, Johan, Johanna, Johannes, John, Johnny, Jonas, Jonatan, Jonathan, Jonna, Jonny, Jorg, Jorgen, Josef
Josefin, Josefina, Josefine, Joseph, Josephine, Jovan, Juan, Judit, Judith, Juha, Juhani, Jukka, Julia, Julian
Julius, Jytte, Kadir, Kajsa, Kalle, Kamal, Kamran, Karim, Karima, Karin, Karl-Erik, Karla, Karolina, Katarina
Katarzyna, Katja, Katrin, Kauko, Kaur, Kenneth, Kenny, Kerstin, Kevin, Khadija, Khadra, Khaled, Khalid, Khalil, Kicki
Kjell, Klas, Klaus, Konrad, Krister, Kristian, Kristin, Kristina, Kristine, Kristoffer, Krystyna, Kurt, Kyllikki
Laila, Lamia, Lars, Lars-Goran, Larserik, Lasse, Latifa, Laura, Leena, Leif, Leila, Lejla, Lennart, Leo, Leon
Leonard, Leopold, Lidia, Lilian, Lillemor, Lilly, Lily, Linnea, Linus, Lisa, Lisbet, Lisbeth, Liselott, Liselotte
Lisen, Ljiljana, Lottie, Louise, Lovisa, Lucas, Ludvig, Ludwig, Luis, Lukas, Lydia, Madeleine, Madelene, Magdalena
Maggan, Magnhild, Magnus, Mahad, Mahdi, Mahmood, Mahmoud, Maiken, Maja, Majken, Majlis, Majvor, Malek, Malgorzata
Malik, Malin, Malte, Manal, Manfred, Marcel, Marcin, Marcus, Marek, Margareta, Margaretha, Margit, Margot, Margret
Maria, Mariam, Marian, Marianne, Marie, Marie-Louise, Marielle, Marija, Marika, Mario, Marita, Marja, Marjatta, Marko
Markus, Marlene, Märta, Martha, Martin, Martina, Marwa, Maryam, Massoud, Mathias, Mathilda, Matilda, Matteo, Matthias
Mattias, Maud, Maurits, Mauritz, Mauro, Mehdi, Mehmet, Melissa, Melker, Merja, Mette, Mia, Micael, Michael, Michaela
Michelle, Mickan, Miguel, Mihai, Mikael, Mikaela, Mikko, Mildred, Milena, Milton, Mimmi, Minna, Mirela, Mirjam
Miroslav, Mirza, Mohamad, Mohamed, Mohamed-Ali, Mohammad, Mohammed, Mohamud, Monica, Monika, Moritz, Mostafa, Muhamed
Muhammad, Muna, Murat, Mustafa, Nadia, Nadja, Naima, Najma, Nancy, Naomi, Natalia, Natalie, Natasha, Nathalie, Nawal
Negin, Nellie, Nelly, Nicklas, Niclas, Nicolas, Nicole, Nihad, Niklas, Nikola, Nikolai, Nils, Nils-Erik, Nimo, Nina
Ninni, Nisha, Noa, Noah, Noel, Noomi, Nora, Olaf, Olavi, Oleg, Olena, Olga, Oliver, Olivia, Olle, Olof, Olov, Omar
Omid, Örjan, Orvar, Osama, Oscar, Oskar, Osman, Östen, Osvald, Ottilia, Otto, Owe, Paivi, Parisa, Parvin, Patricia
Patrick, Patrik, Paula, Paulina, Pauline, Peder, Pedro, Pehr, Pekka, Pelle, Per-Erik, Pernilla, Perolof, Peter, Petra
Petter, Pia, Pierre, Piotr, Pirjo, Pirkko, Pontus, Qasim, Ragnar, Ragnhild, Raija, Raimo, Rakel, Ramona, Rania, Ranja
Rasha, Rasmus, Raul, Rawan, Rebecca, Rebecka, Reidar, Reijo, Reima, Reinhold, Renate, Renee, Reza, Ricardo, Richard
Rickard, Rigmor, Riitta, Rikard, Rima, Ritva, Robert, Roberto, Robin, Rodrigo, Roger, Roine, Rojin, Roland, Rolf
Ronja, Ronnie, Ronny, Rosemarie, Roya, Ruben, Rudolf, Rune, Rustam, Ruth, Ryszard, Saad, Sabina, Sabine, Sabrina
Sadia, Safiya, Sagal, Saida, Salah, Saleh, Salim, Salma, Salwa, Samantha, Samir, Samira, Samuel, Sanaz, Sandra, Sanel
Sanja, Sara, Sarah, Sasha, Sebastian, Seija, Selam, Selim, Selma, Semir, Senait, Sergej, Serhat, Shadi, Shahin
Shahram, Shamso, Sharif, Shilan, Shirin, Shukri, Sigbritt, Sigfrid, Sigge, Signe, Signhild, Sigrid, Sigurd, Sigvard
Simon, Simona, Simone, Sirkka, Siv, Sixten, Slavica, Slobodan, Snezana, Sofia, Sofie, Solbritt, Solgerd, Solveig
Solvig, Sonia, Sonja, Sonny, Sophia, Sophie, Soraya, Soren, Staffan, Stefan, Stefania, Steffi, Stella, Stellan
Stephanie, Steve, Stina, Sture, Sunniva, Susan, Susann, Susanna, Susanne, Suzanne, Svante, Sven, Svenerik, Svetlana
Sylve, Sylvia, Tahir, Tamara, Tapio, Tarek, Tarja, Tatiana, Tatjana, Tekla, Teodor, Teresa, Terese, Tesfay, Tewodros
Theo, Theodor, Theres, Therese, Thomas, Thorbjorn, Thore, Thorsten, Thure, Tilda, Timo, Tobias, Tomas, Tomasz, Tommy
Tony, Torbjorn, Tord, Torgny, Torsten, Torun, Tuija, Tuomas, Tyra, Ubah, Ulf, Ulla, Ullabritt, Ullacarin, Ulrica
Ulrik, Ulrika, Ursula, Uwe, Vahid, Valentina, Valter, Vanessa, Veikko, Vendela, Vera, Verner, Veronica, Veronika
Vesna, Victor, Victoria, Vidar, Vieno, Vigdis, Viktor, Viktoria, Vilgot, Vilhelm, Vilma, Vincent, Viveca, Viveka
Vivi, Vivianne, Vladimir, Waleed, Walid, Walter, Warsame, Werner, Wiktoria, Wilhelm, William, Wilma, Wilmer, Xavier
Xhemile, Yaqub, Yasemin, Yasin, Yasmin, Yasmine, Ylva, Yngve, Yohannes, Yosef, Yousef, Youssef, Yusuf, Yvette, Yvonne
Zahra, Zainab, Zaki, Zara, Zarah, Zeinab, Zelda, Zeynep, Zilan, Zlatan, Zlatko, Zoran, Zuhal
`;

/** Names that are also words or parts of words: counted when written with a capital. */
export const givenNamesWithCapital = `
Britta, Märit, Marit, Gertrud, Hildur, Kersti, Alf, Caj, Egon, Elis, Georg, Hans-Åke, Jöran, Per-Olov, Freja, Molly, Thea
Adrian, Elton, Liam, Loke, Melvin, Elham, Hani, Layla, Malika, Nasrin, Sahra, Tariq, Yonas, Ewa, Agnieszka, Krzysztof, Milica, Jovana, Oksana, Dmitri, Nguyen, Kaisa, Aino, Väinö, Raili, Seppo, Tuula, Maarit, Ola, Nore, Nanny
Åke, Alan, Alex, Ali, Allan, Allen, Alma, Alva, Amal, Ann, Anne, Augusta, Barbro, Bosse, Britt, Charlie, Ebba, Edit
Eli, Ella, Enar, Erna, Ernst, Ester, Eva, Frank, Frans, Gert, Gun, Gunn, Halvar, Hana, Hanna, Hedy, Helga, Huda, Iman
Iris, Ivo, Jana, Jarl, Jasmin, Jean, Jihad, Jon, Kai, Kaj, Kaja, Kåre, Karl, Kasper, Kent, Kim, Knut, Lena, Lina
Linda, Linn, Lotta, Lou, Luca, Majbritt, Malva, Måns, Manuel, Marina, Mats, Melody, Mille, Milo, Mira, Moa, Mona
Morgan, Musa, Nea, Noor, Nour, Ole, Ove, Pål, Pär, Paul, Ralf, Rami, Rana, Roy, Sahar, Sally, Sami, Sanna, Siri, Sune
Svea, Tanja, Thor, Tilde, Tina, Tindra, Titti, Toni, Tora, Tore, Tova, Tove, Ture, Tuva, Uno, Vanja, Viggo, Vilde
Viola, Wille
`;

/** Names that begin sentences as plain words: counted only where the words around show a person. */
export const givenNamesInContext = `
April, Ari, August, Axel, Björn, Bo, Bror, Dag, Dina, Ed, Eden, Else, Finn, Flora, Gull, Hala, Hans, Hella, Ina, Inga
Inge, Isa, Jack, Jan, Joy, Juli, Juni, Karen, King, Klara, Lage, Li, Lilja, Lill, Liv, Lo, Lova, Love, Lycke, Mai
Maj, Max, Mercedes, Milan, Mina, My, Nada, Nemo, Neo, Nova, Per, Ray, Regina, Reine, Rex, Rita, Roman, Rosa, Rose
Rut, Saga, Said, Salem, Sam, Sol, Sten, Stig, Storm, Sunny, Tage, Tara, Ted, Tim, Tor, Urban, Valborg, Vide, Villa
Ville
`;
