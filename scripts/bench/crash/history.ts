/** What a citizen's device was told, against what is stored: the judge of a crash or a race. */

export interface Sent {
  version: number;
  final: boolean;
  /** The canonical JSON that must come out of the seal. */
  plaintext: string;
  /** The server has said that it has it. */
  acknowledged: boolean;
}

/** One respondent's devices with everything each has sent, in its order. */
export interface History {
  rowId: string;
  devices: ReadonlyMap<string, Sent[]>;
}

export interface Stored {
  rowId: string;
  client: string;
  version: number;
  final: boolean;
  /** `null` when it does not open. */
  plaintext: string | null;
}

/**
 * What was lost, changed or made up, in words; empty when all is well. An acknowledged final stands, alone. Without a final
 * every device has its newest acknowledged draft or a newer one that it has sent. What stands is what was sent.
 */
export function anomaliesOf({ devices }: History, stored: readonly Stored[]): string[] {
  const anomalies: string[] = [];
  for (const row of stored) {
    const sent = devices
      .get(row.client)
      ?.find(({ version, final }) => version === row.version && final === row.final);
    if (!sent) anomalies.push(`version ${row.version} was never sent`);
    else if (sent.plaintext !== row.plaintext) anomalies.push(`version ${row.version} is not as it was sent`);
  }
  const finals = stored.filter(({ final }) => final);
  const acknowledged = [...devices.values()].flat().filter((sent) => sent.acknowledged);
  if (acknowledged.some(({ final }) => final) && finals.length === 0) anomalies.push("a final is lost");
  if (finals.length > 0 && stored.length > 1) anomalies.push("a draft stands beside the final");
  for (const [client, sent] of devices) {
    const row = stored.find((candidate) => candidate.client === client);
    const newest = Math.max(
      0,
      ...sent.filter((one) => one.acknowledged && !one.final).map(({ version }) => version),
    );
    if (finals.length === 0 && (row?.version ?? 0) < newest) anomalies.push(`draft ${newest} is lost`);
  }
  return anomalies;
}
