/** The four target groups that the consultant classifies citizens into (PRODUCT §2). */
export const TARGET_GROUPS = ["dagpenge", "aktivitetsparate", "sygedagpenge", "jobparate"] as const;
export type TargetGroup = (typeof TARGET_GROUPS)[number];
