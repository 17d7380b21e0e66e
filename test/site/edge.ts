/**
 * A round as citizens meet it, for tests of the pages: plain, with local questions and own term, with a hyphenated name.
 * Open in Danish; `edgeFixture({ languages: [...LANGUAGES] })` opens all languages.
 */
import { edgeOf, type Edge } from "#survey/edge.ts";
import { roundSchema, type RoundInput } from "#survey/round.ts";

const contactOf = (place: string) => ({
  contact: {
    name: "Jobcentrets kontaktpunkt",
    email: `spoergeskema@${place}.example`,
    phone: "+45 70 00 00 00",
  },
});

type Translations = NonNullable<RoundInput["translations"]>;

const ENGLISH: NonNullable<Translations["en"]> = {
  title: "Citizens’ experience of the employment services",
  period: "2nd quarter 2026",
  purpose:
    "To learn how citizens experience the contact with their job centre, so that the municipalities can do better.",
  legalBasis:
    "Article 6(1)(e) of the GDPR and section 10 of the Danish Data Protection Act (statistical surveys).",
  processor: "Konsulenthuset Eksempel ApS, Prøvevej 1, 1000 København K",
  recipients: "Only the consultancy handles the answers. The municipality gets totals only.",
  transfer: "No. Ask the consultancy for a copy of the agreement.",
  responsible: "Konsulenthuset Eksempel",
  nonCompliant: ["The figures in the PDF report are not described."],
  alternatives: ["Every figure is also a table on the page."],
  method: "We use axe.",
  notTested: "The pages have not been tested with all screen readers.",
};

const TRANSLATIONS: Translations = {
  en: ENGLISH,
  ar: {
    ...ENGLISH,
    title: "تجربة المواطنين مع خدمات التوظيف",
    period: "الربع الثاني من عام 2026",
    purpose: "معرفة تجربة المواطنين في التواصل مع مركز العمل، حتى تحسّن البلديات عملها.",
    legalBasis:
      "المادة 6 (1) (هـ) من اللائحة العامة لحماية البيانات والمادة 10 من قانون حماية البيانات الدنماركي.",
    recipients: "لا يتعامل مع الإجابات إلا المكتب الاستشاري. تحصل البلدية على أرقام إجمالية فقط.",
    transfer: "لا. اطلب نسخة من الاتفاقية من المكتب الاستشاري.",
    nonCompliant: ["الرسوم في تقرير PDF غير موصوفة."],
    alternatives: ["كل رسم موجود أيضًا كجدول في الصفحة."],
    method: "نستخدم axe.",
    notTested: "لم تُختبر الصفحات مع كل قارئات الشاشة.",
  },
  uk: {
    ...ENGLISH,
    title: "Досвід громадян зі службами зайнятості",
    period: "2-й квартал 2026 року",
    purpose: "Дізнатися, як громадяни сприймають спілкування з центром зайнятості, щоб покращити роботу.",
    legalBasis: "Стаття 6(1)(e) GDPR і § 10 данського закону про захист даних (статистичні дослідження).",
    recipients: "Відповіді обробляє лише консалтингова фірма. Муніципалітет отримує тільки загальні числа.",
    transfer: "Ні. Копію угоди можна попросити у фірми.",
    nonCompliant: ["Рисунки у звіті PDF не описано."],
    alternatives: ["Кожен рисунок є на сторінці також як таблиця."],
    method: "Ми використовуємо axe.",
    notTested: "Сторінки не перевірено з усіма програмами читання з екрана.",
  },
};

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
  translations: TRANSLATIONS,
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
      logoText: "Odense",
      colour: "green",
      ...contactOf("odense"),
      controller: "Odense Kommune, Flakhaven 2, 5000 Odense C, CVR-nr. 35209115",
      dpo: "Databeskyttelsesrådgiveren i Odense Kommune, dpo@odense.example",
      localQuestions: [
        {
          id: "l1",
          text: "Hvordan vil du helst have kontakt med os?",
          options: ["Ved fremmøde", "På telefon", "På video", "Digitalt på skrift"],
          translations: {
            en: {
              text: "How do you prefer to be in contact with us?",
              options: ["In person", "By phone", "By video", "In writing, digitally"],
            },
          },
        },
        { id: "l2", text: "Hvad kan vi gøre bedre ved vores samtaler på video?" },
      ],
    },
    {
      code: "0169",
      term: "Jobcenter Høje-Taastrup",
      announcement: "https://www.htk.example/undersoegelse",
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
    transfer: "Nej. Spørg konsulenthuset efter en kopi af aftalen.",
    deletionDate: "2100-03-31",
  },
  accessibility: {
    responsible: "Konsulenthuset Eksempel",
    nonCompliant: ["Figurerne i PDF-rapporten er ikke beskrevet."],
    alternatives: ["Hver figur står også som tabel på siden."],
    method: "Vi bruger axe.",
    preparedOn: "2026-07-01",
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
