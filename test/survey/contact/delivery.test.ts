import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  DELIVERY_OUTCOMES,
  REACHABLE,
  reachabilityOf,
  type DeliveryReport,
} from "#survey/contact/delivery.ts";

const report = (outcome: DeliveryReport["outcome"], reportedOn: string, readAt = "2026-09-01T10:00:00Z") => ({
  outcome,
  reportedOn,
  readAt,
});
const reports = fc.array(
  fc.record({
    outcome: fc.constantFrom(...DELIVERY_OUTCOMES),
    reportedOn: fc.constantFrom("2026-09-01", "2026-09-02", "2026-09-03"),
    readAt: fc.constantFrom("2026-09-04T10:00:00Z", "2026-09-05T10:00:00Z"),
  }),
  { maxLength: 8 },
);

describe("reachabilityOf", () => {
  it("takes what fails channel by channel", () => {
    expect(reachabilityOf([])).toEqual(REACHABLE);
    expect(
      reachabilityOf([report("notRegistered", "2026-09-01"), report("phoneDead", "2026-09-01")]),
    ).toEqual({
      digitalPost: false,
      paper: true,
      phone: false,
      stop: null,
    });
  });

  it("lets nothing but a later »can be reached« take a failure back", () => {
    const dead = report("deceased", "2026-09-02");
    expect(reachabilityOf([dead, report("delivered", "2026-09-03")]).stop).toBe("deceased");
    expect(reachabilityOf([dead, report("reachable", "2026-09-01")]).stop).toBe("deceased");
    expect(reachabilityOf([dead, report("reachable", "2026-09-02")]).stop).toBe("deceased");
    expect(reachabilityOf([dead, report("reachable", "2026-09-02", "2026-09-05T10:00:00Z")])).toEqual(
      REACHABLE,
    );
    expect(reachabilityOf([dead, report("reachable", "2026-09-03")])).toEqual(REACHABLE);
  });

  it("lets deceased outweigh moved, and moved a refusal, in any order", () => {
    expect(reachabilityOf([report("deceased", "2026-09-01"), report("moved", "2026-09-03")]).stop).toBe(
      "deceased",
    );
    expect(reachabilityOf([report("refused", "2026-09-03"), report("moved", "2026-09-01")]).stop).toBe(
      "moved",
    );
  });

  it("depends neither on the order of the reports nor on their being read twice", () => {
    fc.assert(
      fc.property(reports, (some) => {
        const once = reachabilityOf(some);
        expect(reachabilityOf(some.toReversed())).toEqual(once);
        expect(reachabilityOf([...some, ...some])).toEqual(once);
      }),
    );
  });
});
