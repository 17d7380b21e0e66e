/**
 * `export/ddi-codebook.xml`: the study and its variables in DDI-Codebook 2.5 (DDI Alliance, 2012), for archives. The order
 * of the elements is that of its schema, `codebook.xsd`.
 */
import type { Round } from "#survey/round.ts";
import { VERSION } from "../version.ts";
import { element as el, xmlText, type XmlElement } from "./xml.ts";
import type { Variable } from "./variables.ts";

const FILE = "F1";

export interface DdiInput {
  round: Round;
  variables: readonly Variable[];
  /** Rows of the data file. */
  cases: number;
  invited: number;
  /** Rows that count as answers. */
  answers: number;
  /** Of the background; the second where everybody was invited. */
  k: number;
  censusK: number;
}

const citation = ({ title, id, privacy, deadlines }: Round): XmlElement =>
  el(
    "citation",
    {},
    el("titlStmt", {}, el("titl", {}, title), el("IDNo", {}, id)),
    el("rspStmt", {}, el("AuthEnty", {}, privacy.processor)),
    el(
      "prodStmt",
      {},
      el("producer", {}, privacy.processor),
      el("prodDate", { date: deadlines.finalReport }, deadlines.finalReport),
      el("software", { version: VERSION }, "Borgersvar"),
    ),
  );

const studyInfo = (
  { privacy, period, field, municipalities }: Round,
  variables: readonly Variable[],
): XmlElement =>
  el(
    "stdyInfo",
    {},
    el("abstract", {}, privacy.purpose),
    el(
      "sumDscr",
      {},
      el("timePrd", { event: "start", date: period.from }, period.from),
      el("timePrd", { event: "end", date: period.to }, period.to),
      el("collDate", { event: "start", date: field.opens }, field.opens),
      el("collDate", { event: "end", date: field.closes }, field.closes),
      el("nation", { abbr: "DK" }, "Danmark"),
      el("geogCover", {}, municipalityNames(municipalities, variables)),
      el("anlyUnit", {}, "Person"),
      el("universe", {}, "Borgere i de fire målgrupper i de deltagende kommuner"),
      el("dataKind", {}, "Spørgeskemadata"),
    ),
  );

function municipalityNames(municipalities: Round["municipalities"], variables: readonly Variable[]): string {
  const names = variables.find(({ name }) => name === "municipality")?.categories ?? [];
  return municipalities.map(({ code }) => names.find((c) => c.value === code)?.label ?? code).join(", ");
}

const method = ({ invited, answers, k, censusK }: DdiInput): XmlElement =>
  el(
    "method",
    {},
    el(
      "dataColl",
      {},
      el(
        "sampProc",
        {},
        "Stratificeret, disproportional stikprøve efter kommune og målgruppe; små kommuner er taget med helt.",
      ),
      el("collMode", {}, "Webspørgeskema med personligt link i Digital Post, højst to påmindelser"),
      el(
        "weight",
        {},
        "Efterstratificering til kommune og målgruppe: borgere i stratummet delt med svar i stratummet. Variablen weight.",
      ),
    ),
    el(
      "anlyInfo",
      {},
      el(
        "respRate",
        {},
        `${answers} svar af ${invited} inviterede. Et svar er mindst 7 af de 13 spørgsmål, sendt eller gemt.`,
      ),
      el(
        "EstSmpErr",
        {},
        "Stratificeret design med endelighedskorrektion på svar af borgere i stratummet; design.R genskaber det i R's survey.",
      ),
      el(
        "dataAppr",
        {},
        `Baggrund er k-anonym (k = ${k}; ${censusK}, hvor alle blev inviteret): bredere bånd, og værdier hos for få er skjult. Se anonymity.html.`,
      ),
    ),
  );

const dataAccess = ({ privacy }: Round): XmlElement =>
  el(
    "dataAccs",
    {},
    el(
      "useStmt",
      {},
      el(
        "confDec",
        { required: "yes" },
        "Fortroligt, ikke anonymt. Må ikke videregives eller bruges til at genkende nogen.",
      ),
      el("conditions", {}, `Slettes senest ${privacy.deletionDate}.`),
    ),
  );

function variableElement(variable: Variable, index: number): XmlElement {
  const { name, label, kind, question, categories } = variable;
  const weight = name === "weight" ? { wgt: "wgt" } : {};
  return el(
    "var",
    { ID: `V${index + 1}`, name, files: FILE, intrvl: kind === "number" ? "contin" : "discrete", ...weight },
    el("labl", {}, label),
    ...(question === undefined ? [] : [el("qstn", {}, el("qstnLit", {}, question))]),
    ...categories.map(({ value, label: words, missing }) =>
      el("catgry", missing ? { missing: "Y" } : {}, el("catValu", {}, value), el("labl", {}, words)),
    ),
    el("varFormat", { type: kind === "number" || question !== undefined ? "numeric" : "character" }),
  );
}

const dataFile = ({ cases, variables }: DdiInput): XmlElement =>
  el(
    "fileDscr",
    { ID: FILE },
    el(
      "fileTxt",
      {},
      el("fileName", {}, "answers.csv"),
      el("dimensns", {}, el("caseQnty", {}, String(cases)), el("varQnty", {}, String(variables.length))),
      el("fileType", { charset: "UTF-8" }, "CSV"),
    ),
  );

/** The text of the document. */
export function ddiCodebook(input: DdiInput): string {
  const { round, variables } = input;
  return xmlText(
    el(
      "codeBook",
      { xmlns: "ddi:codebook:2_5", version: "2.5", "xml:lang": "da" },
      el("docDscr", {}, citation(round)),
      el("stdyDscr", {}, citation(round), studyInfo(round, variables), method(input), dataAccess(round)),
      dataFile(input),
      el("dataDscr", {}, ...variables.map(variableElement)),
    ),
  );
}
