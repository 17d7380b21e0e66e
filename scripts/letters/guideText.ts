/** The words of `vejledning.pdf`: what the municipality's sender does with a wave, step by step, in Danish. */
import { DELIVERY_WORDS } from "#survey/contact/deliveryWords.ts";
import type { Wave } from "#survey/contact/waves.ts";
import type { FlowBlock } from "../io/pdf/flow.ts";
import type { SmsCounts } from "./smsFiles.ts";

export interface GuideContext {
  municipality: string;
  wave: Wave;
  /** `24. august 2026`. */
  sendOn: string;
  deadline: string;
  /** The day by which the list of letters that did not arrive is wanted; null when nothing is sent after this wave, or too soon. */
  reportBy: string | null;
  /** By Digital Post, and on paper. */
  letters: number;
  paper: number;
  /** null where the municipality sends no text messages. */
  sms: SmsCounts | null;
  smsSender: string;
  named: boolean;
  /** Names of the files in the folder. */
  files: ReadonlySet<string>;
}

const WAVE_NAMES: Record<Wave, string> = {
  0: "Invitation",
  1: "Første påmindelse",
  2: "Anden og sidste påmindelse",
};

const list = (kind: "step" | "bullet", texts: readonly string[]): FlowBlock[] =>
  texts.map((text) => ({ kind, text }));

/** What each file is for, by the file that must be there for the line to stand. */
const FILES: readonly (readonly [file: string, text: string])[] = [
  ["flettefil.xlsx", "flettefil.xlsx: modtagerne med {columns}. Åbn denne, hvis I vil se listen."],
  [
    "flettefil.csv",
    "flettefil.csv: det samme til jeres forsendelsessystem (semikolon, UTF-8). Åbn den ikke i Excel eller LibreOffice: så forsvinder nullet først i CPR-nummeret.",
  ],
  ["brev.docx", "brev.docx: brevet med flettefelter til Word og LibreOffice."],
  [
    "breve.pdf",
    "breve.pdf: de færdige breve i samme rækkefølge som flettefilen. Feltet til adressen er tomt.",
  ],
  ["breve/oversigt.csv", "mappen breve: det samme, ét dokument til hver. oversigt.csv siger, hvis de er."],
  [
    "brev-openpostbud.docx",
    "flettefil-openpostbud.csv og brev-openpostbud.docx: det samme, skrevet som OpenPostbud vil have det.",
  ],
  ["memo.zip", "memo.zip: brevene i formatet MeMo 1.2 til systemer, der selv sender til Digital Post."],
  [
    "flettefil-papir.xlsx",
    "flettefil-papir.xlsx og flettefil-papir.csv: dem, der ikke har Digital Post og skal have brev på papir.",
  ],
  ["breve-papir.pdf", "breve-papir.pdf: de færdige breve på papir, i samme rækkefølge som flettefil-papir."],
  ["sms.csv", "sms.csv: telefonnumre og sms-tekster til jeres sms-system (komma, UTF-8)."],
  [
    "sms-kontroller.csv",
    "sms-kontroller.csv: numre, der ligner fastnet eller er udenlandske. Se på dem, før I sender.",
  ],
  ["recipients.csv", "recipients.csv: listen over respondentnumre. Den er til konsulenten; lad den ligge."],
];

function files({ named, files: there }: GuideContext): string[] {
  const columns = `CPR-nummer${named ? ", navn" : ""}, link, kode og svarfrist`;
  return FILES.filter(([file]) => there.has(file)).map(([, text]) => text.replace("{columns}", columns));
}

/** One way is enough: whoever uses two sends everybody two letters. */
function waysToSend(there: ReadonlySet<string>): string {
  const others = ["breve.pdf", "memo.zip"].filter((file) => there.has(file));
  if (others.length === 0) return "Flet brev.docx med flettefilen.";
  return `Vælg én måde at sende på: flet brev.docx med flettefilen, eller brug de færdige breve i ${others.join(" eller ")}. Ellers får borgerne to breve.`;
}

function sending({ sendOn, letters, files: there }: GuideContext): string[] {
  return [
    waysToSend(there),
    "I må gerne sætte jeres logo på brev.docx og rette i teksten. Ret ikke i flettefelterne, og lad det stå, at det er frivilligt, og at svarene er fortrolige.",
    `Opret en forsendelse i jeres system til Digital Post. CPR er modtageren. Bruger I OpenPostbud, så brug ${there.has("brev-openpostbud.docx") ? "de to filer med openpostbud i navnet" : "flettefil-openpostbud.csv"}.`,
    `Kontrollér, at systemet finder ${letters} modtagere, og at CPR-numrene har ti cifre.`,
    "Flet tre breve, og læs dem. Linket og koden skal være forskellige i hvert brev. Åbn ikke selv linkene.",
    `Send brevene den ${sendOn}.`,
  ];
}

const counted = (letters: number): string => `${letters} ${letters === 1 ? "brev" : "breve"}`;

const onPaper = ({ paper, files: there }: GuideContext): FlowBlock[] =>
  list("step", [
    paper === 0
      ? "Kan nogle ikke få Digital Post, så send dem det samme brev på papir. De skal også kunne være med."
      : `Send ${counted(paper)} på papir: ${there.has("breve-papir.pdf") ? "breve-papir.pdf er klar til print på begge sider, og adressen sættes på forsiden" : "flet brev.docx med flettefil-papir.xlsx"}.`,
  ]);

/** What the municipality does with `sms.csv`; `when` says on which day. */
export const smsSteps = (
  sms: SmsCounts,
  { sender, when, apart }: { sender: string; when: string; apart: boolean },
): FlowBlock[] =>
  list("step", [
    `Send ${sms.messages === 1 ? "den ene sms" : `de ${sms.messages} sms'er`} i sms.csv ${when}. ${sms.messages === 1 ? "Den" : "De"} fylder ${sms.parts} ${sms.parts === 1 ? "sms-del" : "sms-dele"}, som er det, der betales for. Afsenderen er ${sender}.`,
    "Send teksten, som den står. Skriv ikke noget om jobcenter eller ydelse: en sms kan læses af andre.",
    ...(apart ? ["Se på numrene i sms-kontroller.csv. Send kun til dem, I ved er mobiltelefoner."] : []),
  ]);

function messaging({ sms, smsSender, files: there }: GuideContext): FlowBlock[] {
  if (sms === null) return [];
  const apart = there.has("sms-kontroller.csv");
  return [
    { kind: "heading", text: "Sms" },
    ...smsSteps(sms, { sender: smsSender, when: "tidligst dagen efter brevene", apart }),
  ];
}

/** A word for each thing that may have happened, as the delivery report is read. */
const STATUS_WORDS = (["notRegistered", "returned", "moved", "deceased", "refused", "phoneDead"] as const)
  .map((outcome) => `»${DELIVERY_WORDS[outcome][0]}«`)
  .join(", ");

/** How the consultant learns whom the letter did not reach. */
const reporting = ({ reportBy }: GuideContext): FlowBlock[] => [
  { kind: "heading", text: "Bagefter" },
  ...list("step", [
    "Hent en liste fra jeres system, eller lav den i Excel: hvem nåede brevet ikke, og hvem har sagt nej?",
    `Listen skal have to kolonner: CPR og Status. I Status står for eksempel ${STATUS_WORDS}.`,
    `Send listen til konsulenten med sikker post${reportBy === null ? "" : ` senest den ${reportBy}`}.`,
  ]),
];

const REMEMBER = [
  "Send kun til dem på listen, og aldrig efter en ældre liste: nogle har svaret eller sagt nej siden.",
  "Filerne er personoplysninger. Send dem ikke i almindelig e-mail, og slet dem, når de er sendt.",
  "Se ikke efter, hvem der har svaret. Ingen i kommunen må se svarene, og det lover brevet.",
] as const;

export const remember = (): FlowBlock[] => [{ kind: "heading", text: "Husk" }, ...list("bullet", REMEMBER)];

/** The guide of one municipality's wave, in order. */
export function guideBlocks(context: GuideContext): FlowBlock[] {
  const { municipality, wave, sendOn, deadline, letters, paper } = context;
  const count = paper === 0 ? counted(letters) : `${counted(letters)} i Digital Post og ${paper} på papir`;
  return [
    { kind: "title", text: `${WAVE_NAMES[wave]}: sådan gør I` },
    {
      kind: "paragraph",
      text: `${municipality}. ${count}. Sendes den ${sendOn}. Borgerne kan svare til og med den ${deadline}.`,
    },
    { kind: "heading", text: "Filerne i mappen" },
    ...list("bullet", files(context)),
    { kind: "heading", text: "Brevene" },
    ...list("step", sending(context)),
    ...onPaper(context),
    ...messaging(context),
    ...reporting(context),
    ...remember(),
  ];
}

export interface ExtraSmsGuide {
  municipality: string;
  sendOn: string;
  deadline: string;
  sms: SmsCounts;
  smsSender: string;
  /** There is a `sms-kontroller.csv`. */
  apart: boolean;
}

/** The guide of the extra round of text messages. */
export const extraSmsGuide = ({
  municipality,
  sendOn,
  deadline,
  sms,
  smsSender,
  apart,
}: ExtraSmsGuide): FlowBlock[] => [
  { kind: "title", text: "Ekstra sms: sådan gør I" },
  {
    kind: "paragraph",
    text: `${municipality}. ${sms.messages} sms'er til borgere, der ikke har svaret. Borgerne kan svare til og med den ${deadline}.`,
  },
  { kind: "heading", text: "Sms" },
  ...smsSteps(sms, { sender: smsSender, when: `den ${sendOn}`, apart }),
  ...remember(),
];
