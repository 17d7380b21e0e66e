/** Words after which a name stands: titles of the people a citizen meets, forms of address, »hedder«, the end of a letter. */

/** Any word that ends in one of these, inflected: `jobkonsulenten`, `virksomhedskonsulents`, `socialrådgiver`. */
const TITLES =
  "sagsbehandl|konsulent|rådgive|vejlede|koordinat|formidle|mentor|coach|medarbejde|afdelingsled|teamled|jobcenterled|chef|kontaktperson|undervise|lærer|læge|psykolog|psykiat|sygeplejersk|terapeut|tolk|jurist|advokat|bisidder|jobhjælp|kollega|kommunaldirektør|borgmester|direktør";
const SHORT_TITLES = String.raw`sagsb\.?|sags\.?beh\.?|rådg\.?|kons\.?|SB|sb|lederen?|kontakten`;
export const TITLE = String.raw`(?<![\p{L}\d])(?:[\p{L}-]*(?:${TITLES})\p{L}*|${SHORT_TITLES})`;

/** Between a title and a name: a blank, »hedder«, »ved navn«, a comma, a colon, a bracket. */
export const TITLE_LINK = String.raw`(?:\s*[,:(]?\s*(?:(?:som|der|hun|han)\s+)?(?:hedder|hed|hedde|kaldet|kaldes|ved navn|v\/|navn(?:et)?(?:\s+er)?|er|var)\s*[:,(»"'”“]{0,2}\s*|\s*[,:(/–-]\s*[»"'”“]?|\s+[»"'”“(]?)`;

/** Cues that are no title. */
export const NAME_CUES = [
  String.raw`(?<!\p{L})(?:hedder|hed|ved navn|navnet er|kalder mig|kaldes|mit navn(?:\s+er)?|jeg er)\s*:?\s*[»"'”“]?`,
  String.raw`(?<!\p{L})(?:hr|fru|frk|fr|herr|mr|mrs|ms|dr|frøken)\.?\s+`,
  String.raw`(?<!\p{L})(?:min|mit|vores|hendes|hans|kære)\s+(?:(?:eks)?(?:mand|kone)|bror|søster|søn|datter|mor|far|kæreste|samlever|ven|veninde|nabo|barn)\s+[»"'”“(]?`,
  String.raw`(?<!\p{L})(?:kære|hej)\s+`,
  String.raw`(?<!\p{L})(?:m\.?\s?v\.?\s?h|v\.?\s?h|k\.?\s?h|d\.?b\.?h|(?:venlig|kærlig|god|bedste|mange)?\s*hils(?:en|ner|ener)(?:\s+fra)?|tak til|underskrevet|skrevet af)[.,:!]*\s+`,
];
export const REVERSED = String.raw`(?:\s*[,(]\s*|\s+(?:er|var|som er|som var|blev)\s+)(?:min|vores|mit|en|den|den nye|min nye|min gamle|min tidligere|min første)\s+(?:\p{Ll}+\s+){0,1}`;

/** Capitalised words that begin a sentence or name a place, never a person. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  `jeg du han hun den det de vi i man mig dig ham hende os dem min mit mine din dit dine sin sit hans hendes vores jeres deres
og eller men for så da når hvis at om som der her hvor hvad hvem hvilken hvordan hvorfor ikke ingen alle alt intet noget nogle
mange meget få flere fleste altid aldrig ofte måske kun også bare nu nå ja nej tak en et to tre fire fem ti til fra på med uden
under over efter før ved af hos mod mellem gennem siden indtil mens fordi selvom trods ellers dog jo vel nok gerne helt lidt mere
mest god godt dårlig dårligt ny nye nyt gammel stor store lille er var har havde blev bliver kan kunne skal skulle vil ville må
måtte bør får fik gør gjorde går gik kommer kom siger sagde mener synes syntes tror ved vidste føler følte oplever oplevede mangler
spurgte ringede skrev lytter lyttede hjalp hjælper forstod forstår bedst værst første sidste næste anden andet andre samme hele
hver hvert begge sådan denne dette disse jobcenter jobcentret jobcenteret kommune kommunen borger borgeren borgerservice danmark
dansk danske dansker gud covid corona nav a-kasse akasse fagforening fagforeningen sygedagpenge dagpenge kontanthjælp aktivitetsparat
jobparat fleksjob ledighed møde mødet samtale samtalen plan planen tid tiden mandag tirsdag onsdag torsdag fredag lørdag søndag
januar februar marts april maj juni juli august september oktober november december jul påske sommer vinter
facebook google word excel teams zoom nordjylland sjælland jylland fyn bornholm københavn aarhus århus odense aalborg esbjerg
randers kolding horsens vejle roskilde herning silkeborg hørsholm helsingør hillerød næstved viborg fredericia køge holstebro
slagelse sønderborg svendborg holbæk hjørring frederikshavn nørrebro vesterbro østerbro amager lemvig ringkøbing skjern skanderborg
lolland falster læsø samsø fanø ærø thisted struer skive varde tønder aabenraa haderslev middelfart nyborg kerteminde assens
frederiksberg gentofte gladsaxe herlev ballerup hvidovre brøndby greve solrød ishøj glostrup albertslund vallensbæk dragør tårnby
furesø allerød egedal fredensborg gribskov halsnæs frederikssund kalundborg odsherred sorø ringsted faxe stevns guldborgsund
vordingborg lejre rebild mariagerfjord jammerbugt brønderslev vesthimmerland morsø norddjurs syddjurs favrskov hedensted billund
vejen rødovre langeland odder ikast brande danske star ankestyrelsen ungdommens udbetaling skat psykiatrien sygehuset hospitalet`.split(
    /\s+/,
  ),
);
