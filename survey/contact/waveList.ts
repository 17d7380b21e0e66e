/** The list of people who get a letter on one occasion, and how it differs from another. */
import { canText, channelOf, exemptionOf, EXEMPTIONS, type Exemption, type Standing } from "./exemptions.ts";
import { EXTRA_SMS, type Channel, type Contact } from "./waves.ts";

export interface Recipient {
  respondent: string;
  channel: Channel;
  /** A text message may be sent as well, or alone. */
  sms: boolean;
}

export interface WaveList {
  /** In the order of the respondent numbers. */
  recipients: Recipient[];
  /** How many get no letter, by reason. */
  exempt: Record<Exemption, number>;
}

/** Nobody, by reason. */
export const noExemptions = (): Record<Exemption, number> => ({
  deceased: 0,
  notInvited: 0,
  moved: 0,
  withdrawn: 0,
  optedOut: 0,
  submitted: 0,
  remindersUsed: 0,
  undeliverable: 0,
  noPhone: 0,
});

const recipientOf = (contact: Contact, respondent: string, standing: Standing): Recipient | null => {
  const channel = contact === EXTRA_SMS ? "sms" : channelOf(standing);
  return channel === null ? null : { respondent, channel, sms: canText(standing) };
};

/**
 * The list of an occasion that has not been made before.
 * @param sample respondent numbers of one batch of a municipality
 * @param standingOf what is known of a respondent
 */
export function waveList(
  contact: Contact,
  sample: readonly string[],
  standingOf: (respondent: string) => Standing,
): WaveList {
  const exempt = noExemptions();
  const recipients = sample.toSorted().flatMap((respondent) => {
    const standing = standingOf(respondent);
    const exemption = exemptionOf(contact, standing);
    if (exemption !== null) exempt[exemption] += 1;
    return exemption === null ? (recipientOf(contact, respondent, standing) ?? []) : [];
  });
  return { recipients, exempt };
}

export interface Difference {
  /** Due now, but not in the frozen list. */
  added: string[];
  /** In the frozen list, but not due any more. */
  removed: string[];
}

/** How the list that would be made now differs from the frozen one, which is the one that holds. */
export function differenceOf(frozen: readonly Recipient[], now: readonly Recipient[]): Difference {
  const [before, after] = [
    new Set(frozen.map((recipient) => recipient.respondent)),
    new Set(now.map((recipient) => recipient.respondent)),
  ];
  return {
    added: [...after].filter((respondent) => !before.has(respondent)),
    removed: [...before].filter((respondent) => !after.has(respondent)),
  };
}

/** What has happened to the people of the last wave since its list was made. */
export interface SinceLast {
  /** How many had it. */
  had: number;
  /** How many of them get nothing now, by reason: new answers, opt-outs, deaths and so on. */
  gone: Record<Exemption, number>;
  /** How many of them change to paper, or to a text message alone. */
  changed: { paper: number; sms: number };
}

/** The difference between the last wave's list and what is known now. */
export function sinceLast(
  contact: Contact,
  last: readonly Recipient[],
  standingOf: (respondent: string) => Standing,
): SinceLast {
  const gone = noExemptions();
  const changed = { paper: 0, sms: 0 };
  for (const { respondent, channel } of last) {
    const standing = standingOf(respondent);
    const exemption = exemptionOf(contact, standing);
    if (exemption !== null) gone[exemption] += 1;
    else if (contact !== EXTRA_SMS) {
      const now = channelOf(standing);
      if (now !== channel && now !== null && now !== "digital") changed[now] += 1;
    }
  }
  return { had: last.length, gone, changed };
}

/** The reasons that count anybody, in their order. */
export const reasonsIn = (counts: Readonly<Record<Exemption, number>>): Exemption[] =>
  EXEMPTIONS.filter((reason) => counts[reason] > 0);
