/** The words of `vejledning.docx`: what the municipality's sender does with a wave, step by step, in Danish. */
import type { Wave } from "#survey/contact/waves.ts";

export interface GuideContext {
  municipality: string;
  wave: Wave;
  /** `24. august 2026`. */
  sendOn: string;
  deadline: string;
  letters: number;
  /** Text messages, or null where the municipality sends none. */
  messages: number | null;
  smsSender: string;
  named: boolean;
}

export interface GuideBlock {
  kind: "title" | "heading" | "paragraph" | "step" | "bullet";
  text: string;
}

const WAVE_NAMES: Record<Wave, string> = {
  0: "Invitation",
  1: "Første påmindelse",
  2: "Anden og sidste påmindelse",
};

const list = (kind: "step" | "bullet", texts: readonly string[]): GuideBlock[] =>
  texts.map((text) => ({ kind, text }));

function files({ named, messages }: GuideContext): string[] {
  return [
    `flettefil.xlsx: modtagerne med CPR-nummer${named ? ", navn" : ""}, link, kode og svarfrist. Åbn denne, hvis I vil se listen.`,
    "flettefil.csv: det samme til jeres forsendelsessystem (semikolon, UTF-8). Åbn den ikke i Excel: så forsvinder nullet først i CPR-nummeret.",
    "brev.docx: brevet med flettefelter til Word og LibreOffice.",
    "flettefil-openpostbud.csv og brev-openpostbud.docx: de samme to til OpenPostbud, der har sin egen skrivemåde for flettefelter.",
    ...(messages === null ? [] : ["sms.csv: telefonnumre og sms-tekster."]),
    "recipients.csv: listen over respondentnumre. Den er til konsulenten; lad den ligge.",
  ];
}

function sending({ sendOn, letters }: GuideContext): string[] {
  return [
    "Åbn brev.docx. I må gerne sætte jeres logo på og rette i teksten. Ret ikke i flettefelterne, og lad det stå, at det er frivilligt, og at svarene er fortrolige.",
    "Opret en forsendelse i jeres system til Digital Post med brevet og flettefilen. CPR er modtageren. Bruger I OpenPostbud, så brug de to filer med openpostbud i navnet.",
    `Kontrollér, at systemet finder ${letters} modtagere, og at CPR-numrene har ti cifre.`,
    "Flet tre breve, og læs dem. Linket og koden skal være forskellige i hvert brev. Åbn ikke selv linkene.",
    `Send brevene den ${sendOn}.`,
    "Kan nogle ikke få Digital Post, så send dem det samme brev på papir. De skal også kunne være med.",
  ];
}

const messaging = ({ messages, smsSender }: GuideContext): GuideBlock[] =>
  messages === null
    ? []
    : [
        { kind: "heading", text: "Sms" },
        ...list("step", [
          `Send de ${messages} sms'er i sms.csv, tidligst dagen efter brevene. Afsenderen er ${smsSender}.`,
          "Send teksten, som den står. Skriv ikke noget om jobcenter eller ydelse: en sms kan læses af andre.",
        ]),
      ];

/** The guide of one municipality's wave, in order. */
export function guideBlocks(context: GuideContext): GuideBlock[] {
  const { municipality, wave, sendOn, deadline, letters } = context;
  return [
    { kind: "title", text: `${WAVE_NAMES[wave]}: sådan gør I` },
    {
      kind: "paragraph",
      text: `${municipality}. ${letters} breve. Sendes den ${sendOn}. Borgerne kan svare til og med den ${deadline}.`,
    },
    { kind: "heading", text: "Filerne i mappen" },
    ...list("bullet", files(context)),
    { kind: "heading", text: "Brevene" },
    ...list("step", sending(context)),
    ...messaging(context),
    { kind: "heading", text: "Husk" },
    ...list("bullet", [
      "Send kun til dem på listen. Genbrug ikke en ældre liste: den, der har svaret eller sagt nej, skal ikke have flere breve.",
      "Filerne er personoplysninger. Send dem ikke i almindelig e-mail, og slet dem, når brevene er sendt.",
      "Se ikke efter, hvem der har svaret. Ingen i kommunen må se svarene, og det lover brevet.",
      "Fortæl konsulenten, hvor mange der ikke kunne få brevet, og hvorfor.",
    ]),
  ];
}
