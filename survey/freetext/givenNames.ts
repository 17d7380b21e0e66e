/**
 * Given names of adults in Denmark, small letters, without those that are everyday words as well. A person's name is found
 * by its cue (»min sagsbehandler …«) or by standing here; the list needs not be whole.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aage abdi abdul abdullah adam adnan agner agnes agnete ahmad ahmed aisha aksel alan albert alberte alejandro aleksander
alex alexander alexandra alfred ali alice allan alma amal amanda amina amir anders andrea andreas anette anine anita anja
ann anna annalise anne annelise annemarie annette annika anni annie anton antonio arne arnold arthur arvid asger asif asta
astrid ayse bent azra barbara beata benedikte benjamin bente benny berit bernhard bertil bettina bibi birger birgit birgitte
birte birthe bjarke bjarne bjørn bodil boris brian britt britta bruno bruun camilla carina carl carla carlo carlos caroline
carsten casper cathrine cecilie charlotte christel christen christian christina christine christoffer christopher claes
claus conny connie cornelius dagmar dagny daniel daniela daniella danny david deniz dennis diana ditte dorota dorte dorthe
dorrit ebba ebbe edith edward egon eigil eik einar elena eleonora eli elias elif elin elina elisabeth elise ella ellen
ellinor elmer elna elsa else elsebeth elsie elvira emil emilie emily emma emmy emre erica erik erika erling erna ernst esben
esther eva evald evan ewa fadime fadumo farah fatima fatma felix ferdinand filip finn flemming fie franciska frede frederik
frederikke freja freddy frida fridtjof fritz gabriel gabriela georg gerda gert gitte grethe grete gudrun gunhild gunnar
gunner gurli gustav gyda halfdan halima halina hamza hanna hannah hanne hannelore hans-henrik harald hardy harry hasan
hassan hedvig heidi helle helen helena helene helga helge henning henriette henrik henry herbert herdis herluf herman hilda
hilde hjalmar holger hugo husein hussein ib iben ibrahim ida idris ilse inga inge ingeborg ingelise inger ingrid ingvar irena
irene iris irma isabel isabella isak ismail ivan iver ivana jack jacob jakob jacqueline jamal jan-erik jana jane janne
janni jannie jannik jasmin jasmina jasper jeanette jeanne jens jenny jeppe jerzy jesper jessica jette jim jimmi jimmy
joachim joakim joan joanna johan johanna johanne john johnni johnny jon jonas jonatan jonathan jonna jonny josef josefine
joseph josephine juan judith jukka julia julian julie julius justyna jutta jytte jørgen jørn kaj kai kamal kamilla kamille
karen karima karin karina karl karla karna karoline karsten kasper katarina katarzyna kate kathe kathrine katja katrine
keld kelvin kemal ken kenn kenneth kenny kent kim kerstin kevin khadija khaled khalid kirsten kirstine kis kjeld kjell klara klaus
knud konrad krista kristian kristina kristine kristoffer krystyna kurt lara lars lasse laila laura laurits lauge leif leila
lela lena lene lenette lennart leo leon leonora leyla lillian lilli lilly lily lina linda linea line linette lis lisa lisbet
lisbeth lise liselotte lissi liza lone lotta lotte louis louisa louise lucas lucia ludvig luis luise luka lukas lydia
lykke-marie lærke mads magda magdalena magnus mahad mahmoud mai-britt maiken maja malene malgorzata malou malthe mandy
manuel marc marcel marcus mareike maren margit margrethe margarethe margot maria mariam marianna marianne marie marika
marina mario marion maritta marius mariusz mark-anders marlene marta martha marthe martin martine marzena mathias mathilde
matias mattias maurice may-britt mehmet melanie melissa merete merethe meryem mette mia michael michaela michelle mie mika
mikael mike mikkel mila milan mille milo mina minna mira miriam mirjam mogens mohamad mohamed mohammad mohammed mona monica
monika morten muhammad muhammed murat musa mustafa måns nadia nadja nana nanna natalia natalie nataliya natasha nelly nermin
nete nicklas nicolai nicolaj nicole niels niklas nikola nikolaj nikoline nils nina noah nora norma nour oda odd olav olena
oleksandr ole olga oliver olivia oluf omar oscar oskar osman oswald otto ove pablo palle pamela patricia patrick patrik paul
paula pauline paw peder pedro peer pelle per-erik perle pernille peter petra petrea philip pia piet piotr poul preben quang
rabia rachel rafael ragna ragnhild rahma ralf ramona randi rania rasmus rebecca rebekka regina regitze reidar renata rene
renata rené ricardo richard rikke rita robert roberto robin roger roland rolf ronja ronni ronny rosa rosalina rosemarie ruben
rune ruth sabina sabrina sadia said sally salma sam samantha samir samira samuel sandra sanne santiago sara sarah sebastian
selma serkan sergej severin shahid sharon sheila sidsel siff sigfred signe sigrid sigurd silje silke silas simon simone
sine sif sigga siri sissel sofia sofie solveig sonja sonny sophia sophie stefan stefania steffen stella stephanie stig
stine stinne susan susanna susanne susann suzanne svein svend sven svetlana sylvester sylvia synne søren søs tage tania
tanja tariq tatiana tenna teresa terese tess theis theo theodor thea thelma therese thomas thor thorbjørn thorkild thyra
tilde tim tina tine tobias tommy tomasz tonny torben tore torkil torsten tove trine troels trygve tue turid tyge ulf ulla
ulrik ulrikke urban ursula uwe vagn valdemar valentin vera verner veronica veronika vibeke victor victoria vicky viggo
vigga viktor viktoria vilhelm villads villy vincent vinnie vita vivi vivian vladimir volodymyr wagner walter wanda werner
wilhelm william willy winnie xenia yasmin yasmina yasin yasser yildiz ylva yngve yusuf yvonne zahra zainab zara zeynep
zofia zohra østen øystein åge åse åsa`.split(/\s+/),
);

/**
 * Given and family names that are everyday words too: a name only with a capital letter and a cue before it, or where the
 * writer is known to have it.
 */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  `ager ask august bach bak bang berg bo bonde bro brink bruun buch bøgh dahl dal dam dan dal eg ej 
evig falk fisker flor fris frost fuglsang fyhn gade gry gud hald hans have hav held hede herre
hjort holm holt hoff hus høj høst jan jord juel juhl juul juni kamp karma klint klit knap kok koch krogh krog
kron kvist kær kjær lang lind liv lund ly lykke lyng maj mai mark marts max may min møller munk my
nord nova ny nygård nørgaard ost per pil poulin rask ravn rest riis rose rosen sand skou skov smed smith sol
sommer sten stein storm strand sund søby tang tea toft tom ulv ung vang vest vibe vind vinter viola vår winther øst`.split(
    /\s+/,
  ),
);

/** Of these, the given names: inside a sentence a capital letter is enough. */
export const EVERYDAY_GIVEN_NAMES: ReadonlySet<string> = new Set(
  "ask bo dan gry hans jan liv mai my per pil rose tom vibe viola".split(" "),
);
