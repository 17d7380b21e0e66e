/** The words of `vejledning.pdf`: what the municipality's sender does with a wave, step by step, in Danish. */
import type { Wave } from "#survey/contact/waves.ts";
import type { FlowBlock } from "../io/pdf/flow.ts";
import type { SmsCounts } from "./smsFiles.ts";

export interface GuideContext {
  municipality: string;
  wave: Wave;
  /** `24. august 2026`. */
  sendOn: string;
  deadline: string;
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
    "flettefil.csv: det samme til jeres forsendelsessystem (semikolon, UTF-8). Åbn den ikke i Excel: så forsvinder nullet først i CPR-nummeret.",
  ],
  ["brev.docx", "brev.docx: brevet med flettefelter til Word og LibreOffice."],
  [
    "breve.pdf",
    "breve.pdf: de færdige breve i ét dokument med bogmærker. Feltet til modtagerens adresse er tomt.",
  ],
  ["breve/oversigt.csv", "mappen breve: det samme, ét dokument til hver. oversigt.csv siger, hvis de er."],
  [
    "brev-openpostbud.docx",
    "flettefil-openpostbud.csv og brev-openpostbud.docx: til OpenPostbud, der har sin egen skrivemåde for flettefelter.",
  ],
  [
    "memo.zip",
    "memo.zip: brevene som meddelelser i formatet MeMo 1.2 med linket som handling. Til systemer, der sender direkte til Digital Post.",
  ],
  [
    "flettefil-papir.xlsx",
    "flettefil-papir.xlsx og flettefil-papir.csv: dem, der ikke har Digital Post og skal have brev på papir.",
  ],
  ["breve-papir.pdf", "breve-papir.pdf: de færdige breve på papir."],
  ["sms.csv", "sms.csv: telefonnumre og sms-tekster."],
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
function sending({ sendOn, letters, files: there }: GuideContext): string[] {
  return [
    `Vælg én måde at sende på: flet brev.docx med flettefilen${there.has("breve.pdf") ? ", eller brug de færdige breve i breve.pdf" : ""}${there.has("memo.zip") ? " eller memo.zip" : ""}. Ellers får borgerne to breve.`,
    "I må gerne sætte jeres logo på brev.docx og rette i teksten. Ret ikke i flettefelterne, og lad det stå, at det er frivilligt, og at svarene er fortrolige.",
    "Opret en forsendelse i jeres system til Digital Post. CPR er modtageren. Bruger I OpenPostbud, så brug de to filer med openpostbud i navnet.",
    `Kontrollér, at systemet finder ${letters} modtagere, og at CPR-numrene har ti cifre.`,
    "Flet tre breve, og læs dem. Linket og koden skal være forskellige i hvert brev. Åbn ikke selv linkene.",
    `Send brevene den ${sendOn}.`,
  ];
}

const onPaper = ({ paper, files: there }: GuideContext): FlowBlock[] =>
  list("step", [
    paper === 0
      ? "Kan nogle ikke få Digital Post, så send dem det samme brev på papir. De skal også kunne være med."
      : `Send ${paper} breve på papir til dem, der ikke har Digital Post: ${there.has("breve-papir.pdf") ? "breve-papir.pdf er klar til print på begge sider, og adressen sættes på forsiden" : "flet brev.docx med flettefil-papir.xlsx"}.`,
  ]);

function messaging({ sms, smsSender, files: there }: GuideContext): FlowBlock[] {
  if (sms === null) return [];
  return [
    { kind: "heading", text: "Sms" },
    ...list("step", [
      `Send de ${sms.messages} sms'er i sms.csv, tidligst dagen efter brevene. De fylder ${sms.parts} sms-dele, som er det, der betales for. Afsenderen er ${smsSender}.`,
      "Send teksten, som den står. Skriv ikke noget om jobcenter eller ydelse: en sms kan læses af andre.",
      ...(there.has("sms-kontroller.csv")
        ? ["Se på numrene i sms-kontroller.csv. Send kun til dem, I ved er mobiltelefoner."]
        : []),
    ]),
  ];
}

/** The guide of one municipality's wave, in order. */
export function guideBlocks(context: GuideContext): FlowBlock[] {
  const { municipality, wave, sendOn, deadline, letters, paper } = context;
  const count = paper === 0 ? `${letters} breve` : `${letters} breve i Digital Post og ${paper} på papir`;
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
    { kind: "heading", text: "Husk" },
    ...list("bullet", [
      "Send kun til dem på listen. Genbrug ikke en ældre liste: den, der har svaret eller sagt nej, skal ikke have flere breve.",
      "Filerne er personoplysninger. Send dem ikke i almindelig e-mail, og slet dem, når brevene er sendt.",
      "Se ikke efter, hvem der har svaret. Ingen i kommunen må se svarene, og det lover brevet.",
      "Fortæl konsulenten, hvem der ikke kunne få brevet, og hvorfor. Så kan de få det på en anden måde.",
    ]),
  ];
}
