/**
 * The occasions on which a citizen is written to: an invitation, two reminders, and one extra round of text messages where
 * `round.json` allows it. There are no more, by any channel.
 */
export const WAVES = [0, 1, 2] as const;
/** 0 is the invitation, 1 and 2 are the reminders. */
export type Wave = (typeof WAVES)[number];

/** The extra round of text messages to municipalities that are short of answers (»intensiveret indsats«). */
export const EXTRA_SMS = "sms";
export const CONTACTS = [...WAVES, EXTRA_SMS] as const;
/** A wave, or the extra round of text messages. */
export type Contact = (typeof CONTACTS)[number];

/** Reminders that anybody gets at most, by any channel; the extra round of text messages comes on top. */
export const REMINDERS_MAX = 2;

export const CHANNELS = ["digital", "paper", "sms"] as const;
/** How a letter goes out: Digital Post, on paper, or, where both have failed, as a text message alone. */
export type Channel = (typeof CHANNELS)[number];
