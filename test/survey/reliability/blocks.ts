/** The blocks of index_reliability.json as columns; NaN where there is no answer. */
import municipal from "../../vectors/municipal_survey.json" with { type: "json" };
import vectors from "../../vectors/index_reliability.json" with { type: "json" };

const BFI: Readonly<Record<string, readonly string[]>> = {
  "bfi-A": ["A1"],
  "bfi-C": ["C4", "C5"],
  "bfi-E": ["E1", "E2"],
  "bfi-N": [],
  "bfi-O": ["O2", "O5"],
};

const transposed = (rows: readonly (readonly number[])[]): Float64Array[] =>
  (rows[0] ?? []).map((_, column) => Float64Array.from(rows, (row) => row[column] ?? NaN));

function bfiColumns(id: string): Float64Array[] {
  const { columns, rows } = vectors.bfi_data;
  const letter = id.slice(-1);
  return columns.flatMap((name, place) => {
    if (!name.startsWith(letter)) return [];
    const reversed = BFI[id]?.includes(name) === true;
    return [
      Float64Array.from(rows, (row) => {
        const code = Number.parseInt(row[place] ?? "", 10);
        return reversed ? 7 - code : code;
      }),
    ];
  });
}

const itemsOf: Readonly<Record<string, readonly number[]>> = {
  "municipal-value": [0, 1, 2],
  "municipal-relevance": [3, 4, 5],
  "municipal-competence": [6, 7, 8, 9],
  "municipal-progression": [10, 11, 12],
  "municipal-all13": [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
};

export const municipalColumns = (places: readonly number[]): Float64Array[] =>
  places.map((place) =>
    Float64Array.from(municipal.respondents.answers, (answers) => {
      const symbol = answers[place] ?? ".";
      return /[1-5]/.test(symbol) ? Number(symbol) : NaN;
    }),
  );

const holzinger = vectors.blocks.find(({ id }) => id === "holzinger-x1-x9");

/** The columns of a block. */
export function columnsOf(block: { id: string; data?: unknown; data_columns?: number[][] }): Float64Array[] {
  if (block.data_columns) return block.data_columns.map((column) => Float64Array.from(column));
  const own = Array.isArray(block.data) ? block.data : null;
  if (own) return transposed(own.map((row) => String(row).split(",").map(Number)));
  if (block.id in BFI) return bfiColumns(block.id);
  if (block.id === "two-factor-trap") return vectors.trap_data.map((column) => Float64Array.from(column));
  const part = /^holzinger-x(\d)-x(\d)$/.exec(block.id);
  if (part && holzinger) return columnsOf(holzinger).slice(Number(part[1]) - 1, Number(part[2]));
  return municipalColumns(itemsOf[block.id] ?? []);
}
