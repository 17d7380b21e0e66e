/** Everything that is estimated: the closed items and the indexes over them. */
import { INDEX_IDS, type IndexId } from "./indexes.ts";
import { CLOSED_ITEM_IDS, type ClosedItemId } from "./questionnaire.ts";

export type MeasureId = ClosedItemId | IndexId;
export const MEASURE_IDS: readonly MeasureId[] = [...CLOSED_ITEM_IDS, ...INDEX_IDS];

const INDEXES: ReadonlySet<string> = new Set(INDEX_IDS);
export const isIndex = (id: MeasureId): id is IndexId => INDEXES.has(id);
