/**
 * `npm run bench:scale [-- <interviews>]`: what one citizen costs in rows, bytes and processor, and what rounds of several
 * sizes would cost on Cloudflare's paid plan (docs/scale.md). A minute or two. Processor time needs Linux.
 */
import { monthDollars, type Usage } from "./prices.ts";
import { queryCosts, type QueryCosts } from "./queries.ts";
import { requestCosts } from "./requests.ts";
import { ASSUMED, usageOf } from "./rounds.ts";

const INTERVIEWS = 300;
/** Invited for each that answers, about as in a round. */
const INVITED_A_RESPONSE = 10;
const SIZES = [196_000, 1_000_000, 10_000_000, 100_000_000];

const interviews = Number(process.argv[2] ?? INTERVIEWS);
if (!Number.isInteger(interviews) || interviews < 1)
  throw new RangeError("interviews must be a whole number");

const fixed = (n: number, digits: number): string => n.toFixed(digits);
const whole = (n: number): string => Math.round(n).toLocaleString("en");

const queries = await queryCosts(interviews * INVITED_A_RESPONSE, interviews);
console.log(queryTable(queries));
const { workerdMs, workerRequests, pageBytes, bundleBytes, failed } = await requestCosts(interviews);
const cpuMsARequest = workerdMs / workerRequests;
console.log(`
${interviews} whole interviews over HTTP, one after the other; ${failed} requests failed
workerd, D1 and assets included   ${fixed(workerdMs, 1)} ms an interview, ${fixed(cpuMsARequest, 2)} ms a request to the Worker
requests to the Worker           ${workerRequests} an interview
page                             ${whole(pageBytes)} bytes with headers, gzip
the Worker                       ${whole(bundleBytes)} bytes, gzip
`);
console.log(roundTable(SIZES, (invited) => usageOf(invited, queries, { ...ASSUMED, cpuMsARequest })));
if (failed > 0) process.exitCode = 1;

function queryTable({ respondentBytes, answersBytes, ...costs }: QueryCosts): string {
  const lines = Object.entries(costs).map(
    ([name, { statements, rowsRead, rowsWritten, ms }]) =>
      `| ${name} | ${fixed(statements, 3)} | ${fixed(rowsRead, 2)} | ${fixed(rowsWritten, 2)} | ${fixed(ms, 3)} |`,
  );
  return [
    "| a citizen's | statements | rows read | rows written | ms in D1 |",
    "| --- | ---: | ---: | ---: | ---: |",
    ...lines,
    "",
    `stored: ${fixed(respondentBytes, 0)} bytes a respondent, ${fixed(answersBytes, 0)} bytes more with answers`,
  ].join("\n");
}

function roundTable(sizes: readonly number[], usage: (invited: number) => Usage): string {
  const lines = sizes.map((invited) => {
    const { requests, cpuMs, rowsRead, rowsWritten, storedGb } = usage(invited);
    const dollars = monthDollars({ requests, cpuMs, rowsRead, rowsWritten, storedGb });
    const millions = [requests, cpuMs, rowsRead, rowsWritten].map((n) => fixed(n / 1e6, 2));
    return `| ${whole(invited)} | ${millions.join(" | ")} | ${fixed(storedGb, 2)} | ${fixed(dollars, 2)} |`;
  });
  return [
    "| invited | requests, million | CPU ms, million | rows read, million | rows written, million | stored, GB | US dollars |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ...lines,
  ].join("\n");
}
