/** Texts in which nothing points at anybody, though numbers, dates and capitals look as if it did. */
import { createRandom, type Random } from "../../demo/random.ts";
import { markedText, type MarkedText } from "./marked.ts";

type Maker = (random: Random) => string;

const two = (n: number): string => String(n).padStart(2, "0");
const year = (r: Random): number => r.int(1995, 2026);
const day = (r: Random): string => two(r.int(1, 28));
const month = (r: Random): string => two(r.int(1, 12));
const thousand = (n: number): string => String(n).replaceAll(/(?=(?:\d{3})+$)(?<=\d)/g, ".");
const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(
  " ",
);
const TOWNS = ["Lemvig", "Aarhus C", "Aalborg", "København NV", "Ringkøbing", "Odense SØ"];

const GROUPS: readonly (readonly [group: string, ...texts: Maker[]])[] = [
  [
    "årstal",
    (r) => `Jeg har været syg siden ${year(r)} og fik først hjælp i ${year(r)}.`,
    (r) => `Fra ${year(r)}-${year(r)} skete der ingenting.`,
    (r) => `${year(r)} ${year(r)} ${year(r)} var alle dårlige år`,
  ],
  [
    "beløb",
    (r) => `Jeg får ${thousand(r.int(8000, 32_000))} kr. om måneden før skat.`,
    (r) => `Det har kostet kommunen ${thousand(r.int(20_000_000, 90_000_000))} kroner`,
    (r) => `kr. ${r.int(20_000_000, 98_000_000)} til konsulenter`,
    (r) => `${r.int(20, 98)} 500 000 kr blev brugt`,
    (r) => `Budget ${r.int(20, 98)} 000 000 i ${year(r)}`,
    (r) => `Jeg mangler ${r.int(100, 999)},50 kr. og ${r.int(1000, 9999)},- i husleje`,
  ],
  [
    "datoer",
    (r) => `Mødet var ${day(r)}-${month(r)}-${year(r)}, men blev flyttet til ${day(r)}/${month(r)}.`,
    (r) => `Den ${day(r)}.${month(r)}.${year(r)} fik jeg et brev.`,
    (r) => `Den ${r.int(1, 28)}. ${r.pick(MONTHS)} ${year(r)} blev jeg sygemeldt`,
    (r) => `Perioden ${day(r)}.${month(r)}.${year(r)}-${day(r)}.${month(r)}.${year(r)}`,
    (r) => `${day(r)} ${month(r)} ${year(r)} var skæringsdatoen`,
    (r) => `Frist ${year(r)}-${month(r)}-${day(r)}.`,
  ],
  [
    "dato og klokkeslæt",
    (r) => `Samtale ${day(r)}-${month(r)}-${year(r)} ${two(r.int(8, 16))}:${two(r.int(0, 59))} i lokale 4`,
    (r) => `${day(r)}.${month(r)}.${two(r.int(20, 26))} kl. ${two(r.int(8, 16))}.${two(r.int(0, 59))}`,
    (r) => `${day(r)}.${month(r)}.${year(r)} ${two(r.int(8, 16))}.30-11.45`,
    (r) => `kl. ${two(r.int(8, 12))}.15-${two(r.int(13, 16))}.45 hver ${r.pick(["mandag", "tirsdag"])}`,
  ],
  [
    "paragraffer og love",
    (r) => `§ ${r.int(1, 180)}, stk. ${r.int(1, 9)}, nr. ${r.int(1, 9)} siger noget andet.`,
    (r) =>
      `Efter lov nr. ${r.int(100, 1999)} af ${r.int(1, 28)}. ${r.pick(MONTHS)} ${year(r)} § 11 har jeg ret til det`,
    (r) => `LBK nr ${r.int(100, 1999)} af ${day(r)}/${month(r)}/${year(r)}`,
    (r) => `bekendtgørelse nr. ${r.int(100, 1999)}-${year(r)} og § 11`,
    () => "Aktivlovens § 11, sygedagpengelovens § 7 og retssikkerhedslovens § 10",
  ],
  [
    "alder og tid",
    (r) => `Jeg er ${r.int(18, 66)} år og har arbejdet i ${r.int(2, 40)} år.`,
    (r) => `${r.int(2, 9)} børn på ${r.int(1, 5)}, ${r.int(6, 9)} og ${r.int(10, 17)} år`,
    (r) => `I uge ${r.int(20, 30)} ${r.int(31, 35)} ${r.int(36, 40)} ${r.int(41, 45)} var der lukket`,
    (r) => `${r.int(2, 37)} timer om ugen i ${r.int(4, 52)} uger, ${r.int(100, 365)} dage i alt`,
  ],
  [
    "postnumre og adresser på steder",
    (r) => `Jobcentret i ${r.int(1000, 9990)} ${r.pick(TOWNS)} er lukket.`,
    (r) => `Bus ${r.int(10, 99)} til ${r.pick(TOWNS)} kører ${r.int(2, 5)} gange om dagen`,
  ],
  [
    "CVR, EAN, sagsnumre",
    (r) => `Firmaet har CVR ${r.int(20_000_000, 39_999_999)}`,
    (r) => `cvr-nr. ${r.int(20_000_000, 39_999_999)}, god arbejdsplads`,
    (r) => `EAN ${r.int(5_798_000, 5_798_999)}${r.int(100_000, 999_999)}`,
    (r) => `Min sag har sagsnr. ${year(r)}-${r.int(10_000, 99_999)} og ligger stille`,
    (r) => `Sagsnr ${r.int(20_000_000, 90_000_000)}`,
  ],
  [
    "tal på en skala",
    () => "På en skala fra 1 til 10 giver jeg 3. 50/50, ikke 100 %.",
    () => "1 2 3 4 5 6 7 8 9 10 stjerner er ikke nok",
    (r) => `${r.int(20, 99)} % af 100 breve og ${r.int(100, 900)} mails`,
    () => "112 og 1813 var de eneste, der tog telefonen. Windows 11, Word 2016.",
  ],
  [
    "store bogstaver uden navne",
    () => "Min sagsbehandler Jeg kan ikke få fat i hende",
    () => "Min sagsbehandler. Hun lytter, men Kommunen bestemmer.",
    () => "MIN SAGSBEHANDLER LYTTER IKKE OG SVARER IKKE",
    () => "Hans sagsbehandler var bedre end min. Per telefon går det aldrig.",
    () => "Sagsbehandler i Aarhus Kommune, jobkonsulent på Jobcenter Lemvig",
    () => "Maj var god, August var slem. Max 2 gange om året. Tom snak!",
    () => "Bo hjemme hos mine forældre igen? Liv og glade dage. Mark efter mark.",
    () => "Jeg var hos A2B, AS3, Falck, Krifa og Jobnet. Min a-kasse er 3F.",
    () => "CV og ID-kort. EU og DR. NemID/MitID virker ikke.",
    () => "Min vejleder Er god nok, men Systemet er skruet forkert sammen",
    () => "Mvh en træt borger",
    () => "Hilsen fra en, der har opgivet",
    () => "Mere hjælp fra lægen. Læger og psykologer burde tale sammen. Sankt Hans aften.",
    () => "Dansk er svært. Sol og sommer hjælper. Vinter er værst i Vestjylland.",
    () => "Prøv jobnet.dk, borger.dk og aarhuskommune.dk før I spørger mig",
    () => "Det gik fint.Det var ok.Nu venter jeg. Samtalen.Se det sker",
    () => "ærlig talt: ok @ mig. Det var i går kl. 9",
  ],
  [
    "almindelige svar",
    () => "Min sagsbehandler lytter, og vi laver en plan sammen.",
    () => "Jeg har haft fire forskellige sagsbehandlere på et år.",
    () => "Der går for lang tid, før jeg får svar på mine spørgsmål.",
    () => "Færre breve og flere samtaler, tak. Én person at tale med ville gøre alt lettere.",
    () =>
      "Tilbuddene passer ikke til min uddannelse som lærer, og vejlederen ved ikke, hvad en sygeplejerske laver.",
    () => "Min mand og min søster måtte hjælpe mig. Min læge skrev tre gange, at jeg ikke kunne arbejde.",
    () => "To møder, tre breve, fire telefonopkald, fem mails, seks uger, og så intet svar.",
    () => "Min konsulent er god til at ringe, men rådgiveren i kommunen svarer aldrig, og lederen er væk.",
  ],
];

/** `rounds` texts of each kind; the same seed gives the same texts. */
export function harmlessTexts(seed: string, rounds: number): MarkedText[] {
  const random = createRandom(seed);
  return Array.from({ length: rounds }, () =>
    GROUPS.flatMap(([group, ...texts]) => texts.map((write) => markedText(group, write(random)))),
  ).flat();
}

/** Account numbers belong to a person and are masked as such: never as CPR or phone numbers, never left. */
export function accountTexts(seed: string, rounds: number): MarkedText[] {
  const random = createRandom(seed);
  const digits = (length: number): string => Array.from({ length }, () => random.int(0, 9)).join("");
  return Array.from({ length: rounds }, () => [
    markedText(
      "konto med reg.nr.",
      `Mit kontonummer er ⟦account:${random.int(2000, 9999)} ${digits(10)}⟧, tak.`,
    ),
    markedText("konto med reg.nr.", `Reg.nr. ⟦account:${random.int(2000, 9999)} konto ${digits(7)}⟧`),
    markedText("NemKonto", `Min NemKonto ⟦account:${random.int(2000, 9999)}-00${digits(8)}⟧ er lukket`),
  ]).flat();
}
