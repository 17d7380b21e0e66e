/** When each batch was and will be written to: the frozen lists where they stand, the dates of round.json for the rest. */
import { EXTRA_SMS, WAVES, type Contact } from "#survey/contact/waves.ts";
import { dayNumber, type IsoDate } from "#survey/dates.ts";
import type { ContactPlan, PlannedContact } from "#survey/forecast/completeness.ts";
import type { Round } from "#survey/round.ts";
import type { BatchList } from "../letters/recipients.ts";
import { copenhagenDay } from "./today.ts";

export interface BatchPlan extends ContactPlan {
  municipality: string;
  batch: number;
  /** The occasions whose lists stand. */
  made: readonly Contact[];
}

/** Letters are made on the day or before it; a list that was made after the day of the plan goes out when it was made. */
const sentOn = (planned: IsoDate, asOf: string | null): number =>
  Math.max(dayNumber(planned), asOf === null ? 0 : dayNumber(copenhagenDay(new Date(asOf))));

/** The plan of every batch that has been invited. @param today a wave whose day has passed unmade is expected today */
export function contactPlans(lists: readonly BatchList[], round: Round, today: IsoDate): BatchPlan[] {
  const { waves, extraSms, closes } = round.field;
  const end = dayNumber(closes) + 1;
  return lists
    .filter((list) => list.contact === 0)
    .map(({ municipality, batch }) => {
      const own = lists.filter((list) => list.municipality === municipality && list.batch === batch);
      const contacts = WAVES.map((wave): PlannedContact => {
        const planned = waves[wave] ?? closes;
        const list = own.find(({ contact }) => contact === wave);
        const day = list ? sentOn(planned, list.asOf) : Math.max(dayNumber(planned), dayNumber(today));
        return { contact: wave, day };
      });
      const extra = own.find(({ contact }) => contact === EXTRA_SMS);
      if (extra) contacts.push({ contact: EXTRA_SMS, day: sentOn(extraSms ?? closes, extra.asOf) });
      return { municipality, batch, contacts, end, made: own.map(({ contact }) => contact) };
    });
}
