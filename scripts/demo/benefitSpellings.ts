/** What three systems call the benefits: as the template, as a case system, as a clerk. Benefit and visitation category. */
export type Spelling = readonly [benefit: string, category: string];

const KONTANTHJAELP = (category: string, shorter: string): readonly [Spelling, Spelling, Spelling] => [
  ["Kontanthjælp", category],
  ["Kontanthjælpsmodtager", category],
  ["KONTANTHJÆLP", shorter],
];

const same = (...names: readonly [string, string, string]): readonly [Spelling, Spelling, Spelling] => [
  [names[0], ""],
  [names[1], ""],
  [names[2], ""],
];

/** By id of the benefit. */
export const BENEFIT_SPELLINGS: Readonly<Record<string, readonly [Spelling, Spelling, Spelling]>> = {
  sygedagpenge: same("Sygedagpenge", "Sygedagpengemodtager", "SYGEDAGPENGE"),
  jobafklaringsforloeb: same(
    "Ressourceforløbsydelse, jobafklaringsforløb",
    "Jobafklaringsforløb",
    "Ressourceforløbsydelse (jobafklaringsforløb)",
  ),
  dagpenge: same("A-dagpenge", "Forsikret ledig", "Arbejdsløshedsdagpenge"),
  "kontanthjaelp-jobparat": KONTANTHJAELP("jobparat", "Jobparate"),
  "kontanthjaelp-uddannelsesparat": KONTANTHJAELP("uddannelsesparat", "Uddannelsesparate"),
  "kontanthjaelp-aabenlyst-uddannelsesparat": KONTANTHJAELP(
    "åbenlyst uddannelsesparat",
    "Åbenlyst uddannelsesparate",
  ),
  "kontanthjaelp-aktivitetsparat": KONTANTHJAELP("aktivitetsparat", "Aktivitetsparate"),
  ressourceforloeb: same(
    "Ressourceforløbsydelse, ressourceforløb",
    "Ressourceforløb",
    "Ressourceforløbsydelse (ressourceforløb)",
  ),
  ledighedsydelse: same("Ledighedsydelse", "Ledighedsydelse", "LEDIGHEDSYDELSE"),
  fleksjob: same("Fleksjob", "Ansat i fleksjob", "FLEKSJOB"),
  foertidspension: same("Førtidspension", "Førtidspensionist", "FØRTIDSPENSION"),
  selvforsoergende: same("Selvforsørgende", "Selvforsørgende ledig", "Ingen ydelse"),
  revalidering: same("Revalidering", "Revalidend", "REVALIDERING"),
  barselsdagpenge: same("Barselsdagpenge", "Barsel", "BARSELSDAGPENGE"),
};
