/** The condition that every municipality has signed its processing agreement: without it nobody may handle its data. */
import { AGREEMENTS_FILE, readAgreements } from "../agreements.ts";
import { fulfilled, missing, type Condition } from "./condition.ts";

export const agreementsSigned: Condition = {
  name: "agreements",
  async test(evidence) {
    const { run, today } = evidence;
    const { municipalities } = await evidence.round();
    const signed = await readAgreements(run);
    const without = municipalities
      .map(({ code }) => code)
      .filter((code) => (signed.get(code) ?? "9") > today);
    return without.length === 0
      ? fulfilled(`all ${municipalities.length} municipalities have signed`)
      : missing(
          `no signed processing agreement with ${without.join(", ")}`,
          `Get it signed and write the day in ${run.path(AGREEMENTS_FILE)}, or take the municipality out of the round.`,
        );
  },
};
