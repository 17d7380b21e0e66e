import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import { resultsSite } from "./servedResults.ts";

const site = resultsSite(null);

describe("before there are results", () => {
  it.each(["/resultater/", "/resultater/aarhus/", "/resultater/hoeje-taastrup/"])(
    "%s says when they come",
    async (address) => {
      const page = await site.open(address);
      expect(await page.getByText("De første resultater kommer her senest 25. september 2026.").count()).toBe(
        1,
      );
      expect(await page.getByRole("table").count()).toBe(0);
      expect(await page.getByText("Må ikke offentliggøres").count()).toBe(0);
      expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    },
  );

  it("names the municipality", async () => {
    const page = await site.open("/resultater/hoeje-taastrup/");
    const heading = page.getByRole("heading", { level: 1, name: "Resultater for Høje-Taastrup Kommune" });
    expect(await heading.count()).toBe(1);
  });

  it("explains the method without numbers", async () => {
    const page = await site.open("/resultater/metode/");
    expect(await page.getByRole("heading", { name: "Hvorfor er nogle tal skjult?" }).count()).toBe(1);
    expect(await page.getByRole("table").count()).toBe(0);
  });

  it("loads no script", async () => {
    const page = await site.open("/resultater/");
    expect(await page.locator("script").count()).toBe(0);
  });
});
