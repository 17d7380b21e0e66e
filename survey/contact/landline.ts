/**
 * Whether a Danish number looks like a landline. Denmark has one plan for all numbers, and numbers move between networks,
 * so that nobody can be sure; what is told apart here is which series were given out for mobile phones. Source: the Danish
 * numbering plan (Digitaliseringsstyrelsen, »Den danske nummerplan«), series for mobile and for geographic use.
 */
const MOBILE =
  /^(2|3[01]|4[0-2]|5[0-3]|6[01]|71|81|9[1-3]|34[24-9]|35[679]|36[256]|389|398|431|441|46[268]|47[2468]|48[5689]|49[3-689]|54[235]|55[126]|57[1-479]|58[4679]|59[78]|62[79]|641|649|658|66[2-57]|69[2-47]|77[12]|78[235689]|82[679])/;
const GEOGRAPHIC = /^(3[2-9]|4[3-9]|5[4-9]|6[2-6]|69|70|7[2-9]|8[2-9]|9[4-9])/;

/** @param national eight digits. */
export const looksLikeLandline = (national: string): boolean =>
  GEOGRAPHIC.test(national) && !MOBILE.test(national);
