import { describe, expect, it } from "vitest";
import {
  fieldOfHeading,
  findHeader,
  missingFields,
  repeatedFields,
  unknownHeadings,
} from "#survey/frame/columns.ts";
import { FIELDS } from "#survey/frame/fields.ts";
import { fold } from "#survey/frame/fold.ts";
import { HEADINGS } from "#survey/frame/headings.ts";

describe("headings", () => {
  it.each([
    ["CPR-nr.", "cpr"],
    ["CPRNR", "cpr"],
    ["CPR-nr. (10 cifre)", "cpr"],
    ["Personnummer", "cpr"],
    ["Dato for overgang til aktuel ydelse", "transition"],
    ["Startdato for aktuel ydelse", "transition"],
    ["Dato for\nseneste samtale", "interview"],
    ["Afsluttet forløb pr. 1. august 2026 (ja/nej)", "finished"],
    ["Passiv pr. 01-08-2026", "passive"],
    ["Passiv J/N", "passive"],
    ["Tlf.nr.", "phone"],
    ["Telefonnr. 1", "phone"],
    ["MAALGRUPPE", "category"],
    ["Kommune-kode", "municipality"],
  ])("»%s« is %s", (heading, field) => expect(fieldOfHeading(heading)).toBe(field));

  it.each([
    "CPR ægtefælle",
    "Sagsbehandlers navn",
    "Næste samtale",
    "Slutdato",
    "Telefon sagsbehandler",
    "Sagsnr.",
    "",
  ])("»%s« is none of them", (heading) => expect(fieldOfHeading(heading)).toBeNull());

  it("a spelling means one field only", () => {
    const all = FIELDS.flatMap((field) => HEADINGS[field].map((heading) => [fold(heading), field] as const));
    const clashes = all.filter(([heading, field]) => all.some(([h, f]) => h === heading && f !== field));
    expect(clashes).toStrictEqual([]);
  });
});

describe("the header", () => {
  const header = ["CPR", "Ydelse", "Overgangsdato", "Afsluttet", "Passiv", "Team"];

  it("stands under title rows", () => {
    const found = findHeader([
      ["Udtræk med CPR"],
      [null, "Ydelse og dato"],
      [],
      header,
      ["0101801234", "Sygedagpenge"],
    ]);
    expect(found?.row).toBe(3);
    expect(found && missingFields(found)).toStrictEqual([]);
    expect(found && unknownHeadings(found)).toStrictEqual(["Team"]);
  });

  it("is not found in a guide that lists the columns downwards", () => {
    expect(findHeader(header.map((heading) => [heading, "Forklaring"]))).toBeNull();
  });

  it("says what is missing and what comes twice; phones may", () => {
    const found = findHeader([["CPR", "Ydelse", "Ydelsestype", "Mobil", "Tlf.", "Passiv"]]);
    expect(found && missingFields(found)).toStrictEqual(["transition", "finished"]);
    expect(found && repeatedFields(found)).toStrictEqual(["benefit"]);
  });

  it("takes a column of target groups for the benefit when there is no other", () => {
    expect(findHeader([["CPR", "Målgruppe", "Startdato"]])?.columns.get("benefit")).toStrictEqual([1]);
  });
});
