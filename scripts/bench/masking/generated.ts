/** Made-up answers with a CPR number, a phone number, an address or a name in each notation that people use. */
import { addDays } from "#survey/dates.ts";
import type { KnownPerson, MaskKind } from "#survey/freetext/span.ts";
import { syntheticName } from "../../demo/names.ts";
import { createRandom, type Random } from "../../demo/random.ts";
import { syntheticCpr } from "../../demo/syntheticCpr.ts";
import { markedText, type MarkedText } from "./marked.ts";

type Notation = readonly [group: string, write: (digits: string, random: Random) => string];

const MONTHS = "januar februar marts april maj juni juli august september oktober november december".split(
  " ",
);
const pairs = (digits: string, by: string): string => (digits.match(/\d\d/g) ?? []).join(by);
const date = (d: string): [string, string, string] => [d.slice(0, 2), d.slice(2, 4), d.slice(4, 6)];
const fullWidth = (text: string): string =>
  text.replaceAll(/[\d-]/g, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfe_e0));
const withNothingBetween = (text: string): string => Array.from(text).join("\u200b");

const CPR: readonly Notation[] = [
  ["ddmmåållll", (d) => d],
  ["ddmmåå-llll", (d) => `${d.slice(0, 6)}-${d.slice(6)}`],
  ["ddmmåå llll", (d) => `${d.slice(0, 6)} ${d.slice(6)}`],
  ["ddmmåå – llll", (d, r) => `${d.slice(0, 6)}${r.pick([" - ", "–", " – ", "—", "‑"])}${d.slice(6)}`],
  ["dd.mm.åå-llll", (d) => `${date(d).join(".")}-${d.slice(6)}`],
  ["dd/mm/åå-llll", (d) => `${date(d).join("/")}-${d.slice(6)}`],
  ["dd mm åå llll", (d) => `${date(d).join(" ")} ${d.slice(6)}`],
  ["dd-mm-åååå-llll", (d) => `${d.slice(0, 2)}-${d.slice(2, 4)}-19${d.slice(4, 6)}-${d.slice(6)}`],
  ["parvis", (d) => pairs(d, " ")],
  ["ddmmåååållll", (d) => `${d.slice(0, 4)}19${d.slice(4, 6)}-${d.slice(6)}`],
  [
    "måned i ord",
    (d) => `${Number(d.slice(0, 2))}. ${MONTHS[Number(d.slice(2, 4)) - 1]} 19${d.slice(4, 6)}-${d.slice(6)}`,
  ],
  ["ciffer for ciffer", (d) => Array.from(d).join(" ")],
  ["fuldbredde-cifre", (d) => fullWidth(`${d.slice(0, 6)}-${d.slice(6)}`)],
  ["nulbredde-tegn", (d) => withNothingBetween(`${d.slice(0, 6)}-${d.slice(6)}`)],
  ["O for 0", (d) => `${d.slice(0, 6)}-${d.slice(6)}`.replaceAll("0", "O")],
];

const PHONE: readonly Notation[] = [
  ["12345678", (d) => d],
  ["12 34 56 78", (d) => pairs(d, " ")],
  ["12-34-56-78", (d) => pairs(d, "-")],
  ["12.34.56.78", (d) => pairs(d, ".")],
  ["12/34/56/78", (d) => pairs(d, "/")],
  ["1234 5678", (d) => `${d.slice(0, 4)} ${d.slice(4)}`],
  ["12 345 678", (d) => `${d.slice(0, 2)} ${d.slice(2, 5)} ${d.slice(5)}`],
  ["123 45 678", (d) => `${d.slice(0, 3)} ${d.slice(3, 5)} ${d.slice(5)}`],
  ["12 34 5678", (d) => `${d.slice(0, 2)} ${d.slice(2, 4)} ${d.slice(4)}`],
  ["+45", (d, r) => `+45${r.pick(["", " ", "-"])}${r.pick([d, pairs(d, " ")])}`],
  ["0045", (d, r) => `0045${r.pick(["", " "])}${r.pick([d, pairs(d, " ")])}`],
  ["(+45)", (d) => `(+45) ${pairs(d, " ")}`],
  ["45 uden plus", (d) => `45 ${pairs(d, " ")}`],
  ["ciffer for ciffer", (d) => Array.from(d).join(" ")],
  ["fuldbredde-cifre", (d) => fullWidth(d)],
  ["nulbredde-tegn", (d) => withNothingBetween(d)],
];

const IN_ANY_TEXT = [
  (s: string) => `Mit nummer er ${s}, og jeg venter stadig på svar.`,
  (s: string) => `Jeg har skrevet ${s} tre gange i min ansøgning`,
  (s: string) => `Der gik 8 uger (${s}) før nogen ringede.`,
  (s: string) => `${s} er det, I skal bruge.`,
  (s: string) => `De sagde "${s}" højt i venteværelset!`,
];
const PHONE_TEXTS = [
  ...IN_ANY_TEXT,
  (s: string) => `Ring til mig på ${s} efter kl. 12`,
  (s: string) => `tlf:${s}`,
];
const CPR_TEXTS = [...IN_ANY_TEXT, (s: string) => `cpr:${s}`, (s: string) => `Jeg er født ${s} i Aarhus`];

const EMAILS: readonly [string, (first: string, last: string) => string][] = [
  ["navn@sted.dk", (f, l) => `${f}.${l}@example.dk`],
  ["navn@post.sted.com", (f, l) => `${f}_${l}88@post.example.com`],
  ["blanke om @", (f) => `${f} @ example.dk`],
  ["snabel-a", (f) => `${f} snabel-a example.dk`],
  ["(at) og punktum", (f) => `${f}(at)example punktum dk`],
  ["[at] og [dot]", (f) => `${f} [at] example [dot] dk`],
  ["(a)", (f) => `${f}(a)example.dk`],
  ["krøllealfa", (f) => `${f} krøllealfa gmail.com`],
  ["at gmail", (f) => `${f} at gmail.com`],
  ["fuldbredde ＠", (f) => `${f}＠example.dk`],
];
const URLS: readonly [string, (name: string) => string][] = [
  ["https://", (n) => `https://example.dk/${n}`],
  ["www.", (n) => `www.${n}.dk`],
  ["facebook.com/navn", (n) => `facebook.com/${n}`],
  ["sted.dk", (n) => `${n}-keramik.dk`],
  ["@profil", (n) => `@${n}_88`],
];

const TITLES =
  "sagsbehandler sagsbehandleren jobkonsulent jobkonsulenten socialrådgiver virksomhedskonsulent mentor jobrådgiver fastholdelseskonsulent vejleder koordinator læge".split(
    " ",
  );
/** Names that are on no list. */
const RARE_NAMES = [
  "Ziva",
  "Odelia",
  "Thorkatla",
  "Nkechi",
  "Bolette",
  "Gunvor",
  "Aurora",
  "Jytta",
  "Ragnvald",
  "Siw",
];

const mark = (name: string): string => `⟦name:${name}⟧`;

interface Maker {
  random: Random;
  used: Set<string>;
}

/** A given name in ASCII small letters, as it stands in an address. */
const asciiName = (name: string): string =>
  name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "oe").replaceAll("å", "aa");

function cprDigits({ random, used }: Maker): string {
  return syntheticCpr(
    { random, used },
    addDays("1955-01-02", random.int(0, 15_000)),
    random.chance(0.5) ? "m" : "f",
  );
}

const phoneDigits = (random: Random): string =>
  `${random.int(20, 98)}${String(random.int(0, 999_999)).padStart(6, "0")}`;

function numbers(
  maker: Maker,
  kind: MaskKind,
  notations: readonly Notation[],
  digits: () => string,
  texts: readonly ((s: string) => string)[],
): MarkedText[] {
  return notations.map(([group, write]) =>
    markedText(group, maker.random.pick(texts)(`⟦${kind}:${write(digits(), maker.random)}⟧`)),
  );
}

function addresses(random: Random): MarkedText[] {
  const { firstName } = syntheticName(random, "f");
  const name = asciiName(firstName);
  return [
    ...EMAILS.map(([group, write]) =>
      markedText(group, `Skriv til ⟦email:${write(name, "demoholm")}⟧, så svarer jeg`),
    ),
    ...URLS.map(([group, write]) => markedText(group, `Se ⟦url:${write(name)}⟧ for mere`)),
  ];
}

function ownNames(random: Random): MarkedText[] {
  const { firstName, lastName } = syntheticName(random, random.chance(0.5) ? "f" : "m");
  const person: KnownPerson = { name: `${firstName} ${lastName}` };
  const own = (group: string, text: string): MarkedText => markedText(group, text, person);
  const initials = `${firstName[0]}.${lastName[0]}.`;
  return [
    own("fulde navn", `Jeg, ${mark(`${firstName} ${lastName}`)}, vil gerne klage.`),
    own("fornavn", `De siger: ${mark(firstName)} skal bare tage sig sammen.`),
    own("genitiv", `Det er ${mark(`${lastName}s`)} plan, ikke jeres.`),
    own("små bogstaver", `hilsen ${mark(`${firstName} ${lastName}`.toLowerCase())}`),
    own(
      "aa, ae, oe",
      `Brevet var til ${mark(asciiName(lastName).replace(/^./, (c) => c.toUpperCase()))} og kom for sent`,
    ),
    own("STORE BOGSTAVER", `UNDERSKREVET ${mark(`${firstName} ${lastName}`.toUpperCase())}`),
    own("initialer", `Mvh ${mark(initials)}`),
    own("fornavn og bogstav", `Venlig hilsen ${mark(`${firstName} ${lastName.slice(0, 1)}.`)}`),
    own("tastefejl", `Der stod ${mark(`${lastName.slice(0, 3)}${lastName.slice(4)}`)} på kuverten.`),
  ];
}

function otherNames(random: Random): MarkedText[] {
  const { firstName, lastName } = syntheticName(random, random.chance(0.5) ? "f" : "m");
  const title = random.pick(TITLES);
  const rare = random.pick(RARE_NAMES);
  return [
    markedText("titel + fornavn", `Min ${title} ${mark(firstName)} lyttede aldrig.`),
    markedText("titel + sjældent navn", `Min ${title} ${mark(rare)} lyttede aldrig.`),
    markedText("titel + fulde navn", `Jeg mødte ${title} ${mark(`${rare} ${lastName}`)} i Lemvig.`),
    markedText("titel hedder", `Min ${title} hedder ${mark(rare)} og er god.`),
    markedText("titel, navn,", `Min nye ${title}, ${mark(`${firstName} ${lastName}`)}, ringede.`),
    markedText("titel + små bogstaver", `min ${title} ${mark(firstName.toLowerCase())} er sød`),
    markedText("navn er min titel", `Og så ${mark(rare)}, min ${title}, som glemte mig.`),
    markedText("fornavn alene", `I foråret hjalp ${mark(firstName)} mig med alt.`),
    markedText("hr./fru", `Fru ${mark(lastName)} sagde nej.`),
    markedText("hilsen", `Tak for hjælpen.\nHilsen ${mark(rare)}`),
  ];
}

/** `rounds` texts of every notation; the same seed gives the same texts. */
export function generatedTexts(seed: string, rounds: number): MarkedText[] {
  const random = createRandom(seed);
  const maker: Maker = { random, used: new Set() };
  return Array.from({ length: rounds }, () => [
    ...numbers(maker, "cpr", CPR, () => cprDigits(maker), CPR_TEXTS),
    ...numbers(maker, "phone", PHONE, () => phoneDigits(random), PHONE_TEXTS),
    ...addresses(random),
    ...ownNames(random),
    ...otherNames(random),
  ]).flat();
}
