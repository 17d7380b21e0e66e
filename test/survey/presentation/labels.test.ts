import { describe, expect, it } from "vitest";
import { bandsOf } from "#survey/bands.ts";
import { labelsIn } from "#survey/presentation/labels.ts";
import { RESULT_LANGUAGES } from "#survey/presentation/language.ts";
import { periodIn } from "#survey/presentation/period.ts";
import { BREAKDOWNS } from "#survey/results.ts";
import { RESULT_PAGES } from "#survey/texts/results.ts";

describe("the labels of the results", () => {
  it("names every kind of band", () => {
    const { value } = labelsIn("da");
    expect(value("age_band", "under-30")).toBe("Under 30 år");
    expect(value("age_band", "30-39")).toBe("30–39 år");
    expect(value("age_band", "60-")).toBe("60 år og derover");
    expect(value("interview_band", "under-1")).toBe("Under 1 måned");
    expect(value("interview_band", "1")).toBe("1 måned");
    expect(value("interview_band", "none")).toBe("Ingen samtale");
    expect(value("duration_band", "104-")).toBe("104 uger og derover");
    expect(value("sex", "f")).toBe("Kvinder");
    expect(value("finished", "1")).toBe("Har forladt ydelsen");
  });

  it.each(RESULT_LANGUAGES)("leaves no code of a band on the page in %s", (language) => {
    const bands = bandsOf({ bands: { age: [30], duration: [26, 52], interview: [1, 2, 3] } });
    const values = { sex: ["f", "m"], finished: ["0", "1"], ...bands };
    for (const variable of BREAKDOWNS) {
      for (const value of values[variable]) expect(labelsIn(language).value(variable, value)).not.toBe(value);
    }
  });

  it("puts in the municipality's word for the jobcentre, or the usual one", () => {
    const { statement } = labelsIn("da");
    expect(statement("q1", "Jobcenter Aarhus")).toBe(
      "Oplever du at blive mødt med tillid i Jobcenter Aarhus?",
    );
    expect(statement("q1")).toContain("i jobcentret?");
    expect(labelsIn("en").statement("q1")).toContain("at the job centre?");
  });

  it("says the whole country only when all of it takes part", () => {
    expect(labelsIn("da").everybody("country")).toBe("Hele landet");
    expect(labelsIn("da").everybody("participants")).toBe("Alle deltagende kommuner");
  });

  it("says quarters in English and leaves other periods as they are", () => {
    expect(periodIn("en", "2. kvartal 2026")).toBe("2nd quarter of 2026");
    expect(periodIn("da", "2. kvartal 2026")).toBe("2. kvartal 2026");
    expect(periodIn("en", "foråret 2024")).toBe("foråret 2024");
  });

  it("claims nothing about what cannot be compared", () => {
    const { compared } = RESULT_PAGES.da.items;
    expect(compared("notComparable", "55 %", "fra de andre", "end de andre")).toBe("alle under ét: 55 %");
    expect(compared("higher", "55 %", "fra de andre", "end de andre")).toBe(
      "sikkert højere end de andre (55 %)",
    );
  });
});
