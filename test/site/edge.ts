/** A round as citizens meet it, for tests of the pages: plain, with local questions and own term, with a hyphenated name. */
import { edgeOf, type Edge } from "#survey/edge.ts";
import { roundSchema, type RoundInput } from "#survey/round.ts";

const contactOf = (place: string) => ({
  contact: {
    name: "Jobcentrets kontaktpunkt",
    email: `spoergeskema@${place}.example`,
    phone: "+45 70 00 00 00",
  },
});

const ROUND: RoundInput = {
  id: "test-2026",
  title: "Borgernes oplevelse af beskæftigelsesindsatsen",
  period: { label: "2. kvartal 2026", from: "2026-04-01", to: "2026-06-30" },
  referenceDate: "2026-08-01",
  field: { opens: "2020-08-24", closes: "2099-09-20", waves: ["2026-08-24", "2026-08-31", "2026-09-07"] },
  deadlines: {
    agreement: "2026-07-03",
    extract: "2026-08-07",
    firstResults: "2026-09-25",
    finalReport: "2026-10-02",
  },
  baseUrl: "https://svar.example.dk",
  municipalities: [
    {
      code: "0751",
      ...contactOf("aarhus"),
      controller: "Aarhus Kommune, Rådhuspladsen 2, 8000 Aarhus C, CVR-nr. 55133018",
      dpo: "Databeskyttelsesrådgiveren i Aarhus Kommune, databeskyttelse@aarhus.example",
    },
    {
      code: "0461",
      term: "kommunen",
      ...contactOf("odense"),
      controller: "Odense Kommune, Flakhaven 2, 5000 Odense C, CVR-nr. 35209115",
      dpo: "Databeskyttelsesrådgiveren i Odense Kommune, dpo@odense.example",
      localQuestions: [
        {
          id: "l1",
          text: "Hvordan vil du helst have kontakt med os?",
          options: ["Ved fremmøde", "På telefon", "På video", "Digitalt på skrift"],
        },
        { id: "l2", text: "Hvad kan vi gøre bedre ved vores samtaler på video?" },
      ],
    },
    {
      code: "0169",
      term: "Jobcenter Høje-Taastrup",
      ...contactOf("htk"),
      controller: "Høje-Taastrup Kommune, Rådhusstræde 1, 2630 Taastrup, CVR-nr. 19501817",
      dpo: "Databeskyttelsesrådgiveren i Høje-Taastrup Kommune, dpo@htk.example",
    },
  ],
  privacy: {
    purpose:
      "At belyse, hvordan borgere oplever kontakten med deres jobcenter, så kommunerne kan gøre indsatsen bedre.",
    legalBasis:
      "Databeskyttelsesforordningens artikel 6, stk. 1, litra e, og databeskyttelseslovens § 10 (statistiske undersøgelser).",
    processor: "Konsulenthuset Eksempel ApS, Prøvevej 1, 1000 København K",
    recipients: "Kun konsulenthuset behandler svarene. Kommunen får alene samlede tal.",
    deletionDate: "2100-03-31",
  },
  accessibility: {
    updatedOn: "2026-08-01",
    contactEmail: "tilgaengelighed@example.dk",
    contactPhone: "+45 70 00 00 01",
    notTested: "Siderne er ikke afprøvet med alle skærmlæsere.",
  },
};

/** A public key that belongs to no kept private key: for tests that open no answers. */
const NO_KEY = { publicKey: "3p7bfXt9wbTTW2HC7OQ1Nz-DQ8hbeGdNrfx-FG-IK08", keyId: "5b1e7a90" };

export const edgeFixture = (change: Partial<RoundInput> = {}, key = NO_KEY): Edge =>
  edgeOf(roundSchema.parse({ ...ROUND, ...change }), key);
