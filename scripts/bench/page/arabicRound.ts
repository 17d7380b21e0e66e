/** What the demo's round says in its own words, in Arabic: so that every page can be looked at from right to left. */
import type { RoundInput } from "#survey/round.ts";

export const ARABIC_ROUND: NonNullable<NonNullable<RoundInput["translations"]>["ar"]> = {
  title: "تجربتك مع جهود التوظيف",
  period: "الربع الثاني من عام 2026",
  purpose: "معرفة كيف يعيش المواطنون تجربة جهود بلديتهم، لكي تتمكن البلديات من تحسينها.",
  legalBasis:
    "المادة 6 (1) (هـ) والمادة 9 (2) (ي) من اللائحة العامة لحماية البيانات، والمادة 10 من قانون حماية البيانات الدنماركي.",
  processor: "Demo Analyse ApS، شركة وهمية",
  recipients: "لا يرى إجاباتك سوى Demo Analyse ApS. تحصل البلدية على نتائج لمجموعات فقط.",
  transfer: "لا تُنقل إجاباتك خارج الاتحاد الأوروبي.",
  responsible: "Demo Analyse ApS",
  nonCompliant: [],
  disproportionateBurden: [],
  exempt: [],
  alternatives: [],
  notTested: "لم يجرب الصفحات بعد مواطنون يستخدمون قارئ شاشة يوميا.",
};
