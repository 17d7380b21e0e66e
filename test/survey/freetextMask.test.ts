import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskFreetext } from "#survey/freetextMask.ts";

describe("maskFreetext", () => {
  it.each([
    "1204621239",
    "120462-1239",
    "120462 1239",
    "120462 - 1239",
    "120462–1239",
    "12.04.62-1239",
    "12/04/62-1239",
    "12 04 62 1239",
    "12-04-1962-1239",
    "12041962-1239",
    "12 04 62 12 39",
  ])("takes out the CPR number %s", (cpr) => {
    expect(maskFreetext(`Mit nummer er ${cpr}, ring!`).text).toBe("Mit nummer er [cpr-nummer], ring!");
    expect(maskFreetext(`(cpr:${cpr})`).text).toBe("(cpr:[cpr-nummer])");
  });

  it.each([
    "20304050",
    "20 30 40 50",
    "20-30-40-50",
    "20.30.40.50",
    "2030 4050",
    "20 304 050",
    "203 04 050",
    "+4520304050",
    "+45 20 30 40 50",
    "0045 20304050",
    "(+45) 20304050",
    "+46 70 123 45 67",
  ])("takes out the phone number %s", (phone) => {
    expect(maskFreetext(`Ring til ${phone} i morgen`).text).toMatch(/^Ring til \(?\[telefon\] i morgen$/);
  });

  it.each(["hanne@example.dk", "Hanne.Sørensen+job@post.example.co.uk", "hanne_h@æbler.dk"])(
    "takes out the e-mail address %s",
    (email) => {
      expect(maskFreetext(`Skriv til ${email}.`).text).toBe("Skriv til [e-mail].");
    },
  );

  it.each([
    "https://facebook.com/hanne.hansen",
    "http://example.dk",
    "www.example.dk/hanne",
    "facebook.com/hanne",
  ])("takes out the address %s", (url) => {
    expect(maskFreetext(`Se ${url} for mere`).text).toBe("Se [link] for mere");
  });

  it.each([
    "Jeg fik 12 samtaler i 2023 og 3 i 2024.",
    "Fra 2019-2023 var jeg syg.",
    "2022 2023 2024",
    "Det tog 100 dage, 8 uger og 37 timer.",
    "Jeg fik 12.500 kr. om måneden.",
    "Mødet var 01-09-2026 kl. 10.30",
    "Mødet var den 1. september 2026 kl. 10.30-11.45.",
    "§ 10, stk. 2, nr. 3",
    "Kr. 10000000",
    "Prøv jobnet.dk",
    "50/50",
  ])("leaves »%s« alone", (text) => {
    expect(maskFreetext(text)).toEqual({ text, found: { url: 0, email: 0, cpr: 0, phone: 0 } });
  });

  it("counts what it took out", () => {
    const { found } = maskFreetext("120462-1239, 20304050 og 30405060, a@b.dk, www.b.dk");
    expect(found).toEqual({ cpr: 1, phone: 2, email: 1, url: 1 });
  });

  // 00 is how a foreign number begins, and no birthday does.
  const sixDigits = fc.stringMatching(/^(0[1-9]|[1-9]\d)\d{4}$/);
  const gap = fc.constantFrom("", " ", "-", " - ", "–", ".");

  it("leaves no ten digits of a CPR number, wherever they stand", () => {
    fc.assert(
      fc.property(
        sixDigits,
        gap,
        fc.stringMatching(/^\d{4}$/),
        fc.lorem(),
        fc.lorem(),
        (date, between, serial, before, after) => {
          const { text } = maskFreetext(`${before} ${date}${between}${serial} ${after}`);
          expect(text).toBe(`${before} [cpr-nummer] ${after}`);
        },
      ),
    );
  });

  it("changes nothing when it is done again", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9 \-.@/+abæ:]{0,60}$/), (text) => {
        const once = maskFreetext(text).text;
        expect(maskFreetext(once).text).toBe(once);
      }),
      { numRuns: 500 },
    );
  });
});
