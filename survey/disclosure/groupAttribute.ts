/**
 * The 0/100 % rule (STATISTICS §5): a result can expose everybody in a group although nobody can be told apart in it. If
 * seven of seven are dissatisfied, each of the seven is known to be; if 23 of 24 are, the one who is not knows it of all
 * others.
 *
 * The first, simple rule: with fewer than 30 valid answers an item is withheld in a domain when all, or all but one, have
 * given the same code, or all are on the same side (codes 1–2, or codes 4–5). From 30 on, a group so much of one mind is a
 * fact about the group rather than about its members.
 */

/** From this many valid answers on the rule does not apply. */
export const GROUP_ATTRIBUTE_BELOW = 30;

/**
 * True when the answers of a domain would expose the opinion of its members.
 * @param counts valid answers with the codes 1 to 5.
 * @example exposesGroup([0, 0, 1, 0, 8]) // true: all but one have given code 5
 */
export function exposesGroup(counts: readonly number[]): boolean {
  const n = counts.reduce((sum, count) => sum + count, 0);
  if (n === 0 || n >= GROUP_ATTRIBUTE_BELOW) return false;
  const [best = 0, good = 0, , poor = 0, worst = 0] = counts;
  return Math.max(...counts) >= n - 1 || best + good === n || poor + worst === n;
}
