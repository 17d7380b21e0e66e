/** A round with a sample in all 98 municipalities, everybody made up: what `letters` starts from. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { addDays } from "#survey/dates.ts";
import { IDENTITY_COLUMNS, SAMPLE_COLUMNS } from "#survey/files.ts";
import { MUNICIPALITIES } from "#survey/municipalities.ts";
import { TARGET_GROUPS } from "#survey/targetGroups.ts";
import { syntheticName } from "../demo/names.ts";
import { syntheticPhone } from "../demo/phones.ts";
import { createRandom } from "../demo/random.ts";
import { demoRound } from "../demo/round.ts";
import { syntheticCpr } from "../demo/syntheticCpr.ts";
import { writeTable } from "../io/table.ts";
import { keyText } from "../keys.ts";

/** Far ahead: the round is open whenever this is run. */
const OPENS = "2090-08-25";
const YEARS_DAYS = 14_000;

/** Writes the folder with as many people in each municipality. Every second municipality sends text messages. */
export async function makeLettersRound(folder: string, peopleEach: number): Promise<void> {
  const settings = demoRound({
    today: OPENS,
    baseUrl: "https://svar.example.dk",
    municipalities: MUNICIPALITIES.map(({ code }) => code),
  });
  const municipalities = settings.municipalities.map((municipality, i) => ({
    ...municipality,
    sms: i % 2 === 0 ? "link" : "none",
  }));
  const people = peopleOf(peopleEach);
  const files = {
    "round.json": JSON.stringify({ ...settings, municipalities }),
    "round.key": keyText(new Uint8Array(32).map((_, i) => 3 * i + 1)),
    "sample/sample.csv": writeTable(SAMPLE_COLUMNS, people),
    "sample/identities.csv": writeTable(IDENTITY_COLUMNS, people),
  };
  await mkdir(path.join(folder, "sample"), { recursive: true });
  for (const [name, text] of Object.entries(files))
    await writeFile(path.join(folder, name), text, { mode: 0o600 });
}

function peopleOf(peopleEach: number) {
  const random = createRandom("letters");
  const used = new Set<string>();
  return MUNICIPALITIES.flatMap(({ code }) =>
    Array.from({ length: peopleEach }, (_, i) => {
      const sex = i % 2 === 0 ? "f" : "m";
      const { firstName, lastName } = syntheticName(random, sex);
      return {
        respondent: `${code}-${String(i + 1).padStart(5, "0")}`,
        municipality: code,
        target_group: TARGET_GROUPS[i % 4] ?? "dagpenge",
        sex,
        age_band: "30-39",
        duration_band: "26-51",
        interview_band: "1-2",
        finished: "0",
        inclusion_probability: "0.5",
        batch: "0",
        cpr: syntheticCpr({ random, used }, addDays("1962-02-01", random.int(0, YEARS_DAYS)), sex),
        phone: syntheticPhone(random),
        name: `${firstName} ${lastName}`,
      };
    }),
  );
}
