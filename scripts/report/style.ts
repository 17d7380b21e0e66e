/** The one stylesheet of the reports. Colours are tokens, chosen for 4.5:1 as text and 3:1 as marks in both schemes. */
export const REPORT_STYLE = `:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1f23; --soft: #59626b; --line: #d5dade; --wash: #f3f5f7; --link: #0b5394;
  --plain: #2f6f9f; --good: #2b7a4b; --warn: #b26a00; --bad: #b3261e; --quiet: #7b858e;
  --part-1: #1f4e79; --part-2: #d9a441; --part-3: #3f8f7b; --part-4: #b7c9d8; --part-5: #7b858e;
  --on-1: #fff; --on-2: #1b1f23; --on-3: #fff; --on-4: #1b1f23; --on-5: #fff;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #15181b; --ink: #e8ebee; --soft: #a9b3bc; --line: #3a4249; --wash: #1f2428; --link: #8fc2f0;
    --plain: #6aaede; --good: #6cc08b; --warn: #e0a94a; --bad: #f28b82; --quiet: #98a2ab;
    --part-1: #5b9bd5; --part-2: #e3b75f; --part-3: #5fb8a2; --part-4: #43566a; --part-5: #98a2ab;
    --on-1: #10161c; --on-3: #10161c; --on-4: #e8ebee; --on-5: #10161c;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
h1 { margin: 0 0 .75rem; font-size: clamp(1.6rem, 1.2rem + 2vw, 2.2rem); line-height: 1.2; text-wrap: balance; }
h2 { margin: 2.75rem 0 .75rem; padding-top: .9rem; border-top: 1px solid var(--line); font-size: 1.3rem; line-height: 1.3; }
h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; }
p, ul, ol, dl { margin: 0 0 .9rem; }
p, .prose li { max-width: 44rem; }
a { color: var(--link); }
.over { margin: 0 0 .25rem; color: var(--soft); }
.intro { font-size: 1.06rem; }
.note, footer, caption, figcaption { font-size: .9rem; }
.note, footer { color: var(--soft); }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer p { max-width: none; overflow-wrap: anywhere; }
nav ol { columns: 2 16rem; padding-left: 1.4rem; }
code { font-family: ui-monospace, Consolas, monospace; font-size: .92em; overflow-wrap: anywhere; }
.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.6rem, 1fr)); gap: .75rem; margin: 1.25rem 0; }
.figures div { display: flex; flex-direction: column-reverse; justify-content: flex-end; padding: .7rem .9rem; background: var(--wash); border-radius: 6px; }
.figures dt { color: var(--soft); font-size: .9rem; line-height: 1.35; }
.figures dd { margin: 0; font-size: 1.6rem; font-weight: 600; font-variant-numeric: tabular-nums; }
dl.prose dt { margin-top: .6rem; font-weight: 600; }
dl.prose dd { margin: 0; max-width: 44rem; }
.scroll { overflow-x: auto; margin: 1rem 0 .5rem; }
.scroll:focus-visible, a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .93rem; font-variant-numeric: tabular-nums; }
caption, figcaption { padding: 0 0 .5rem; text-align: left; font-weight: 600; }
caption span { position: sticky; left: 0; display: inline-block; max-width: min(44rem, calc(100vw - 2rem)); }
th, td { padding: .38rem .6rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th[scope=row] { font-weight: 500; }
thead th { border-bottom: 2px solid var(--ink); vertical-align: bottom; line-height: 1.25; }
tfoot th[scope=row], tfoot td { border-top: 2px solid var(--ink); border-bottom: 0; font-weight: 600; }
.number { text-align: right; white-space: nowrap; }
thead .number { white-space: normal; }
td .note { font-weight: 400; }
tr > :first-child { position: sticky; left: 0; padding-left: 0; background: var(--paper); }
figure { margin: 1.25rem 0; }
figure ul { list-style: none; padding: 0; margin: 0; }
figure .key { display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; margin: 0 0 .7rem; font-size: .9rem; color: var(--soft); }
.key li, p.key { display: flex; align-items: center; gap: .4rem; }
figure ul:not(.key) { display: grid; grid-template-columns: minmax(8rem, max-content) 1fr minmax(4rem, max-content); gap: 0 .75rem; }
figure ul:not(.key) li { display: grid; grid-template-columns: subgrid; grid-column: 1 / -1; align-items: center; padding: .18rem 0; break-inside: avoid; }
.stack .whole { grid-column: 2 / -1; }
.value { font-variant-numeric: tabular-nums; white-space: nowrap; text-align: right; font-size: .93rem; }
.label { font-size: .93rem; line-height: 1.25; }
.track { position: relative; display: block; height: 1.1rem; background: var(--wash); border-radius: 2px; }
.bar { display: block; height: 100%; border-radius: 2px; }
.good { --tone: var(--good); } .warn { --tone: var(--warn); } .bad { --tone: var(--bad); } .quiet { --tone: var(--quiet); } .plain { --tone: var(--plain); }
.bar { background: var(--tone, var(--plain)); }
.track .mark { position: absolute; top: -.15rem; bottom: -.15rem; width: 0; border-left: 2px dashed var(--ink); }
.key .mark { width: 0; height: 1rem; border-left: 2px dashed var(--ink); }
.range { position: absolute; top: calc(50% - .2rem); height: .4rem; border-radius: .2rem; background: var(--tone, var(--plain)); opacity: .45; }
.dot { display: inline-block; width: .7rem; height: .7rem; border-radius: 50%; background: var(--tone, var(--plain)); }
.track .dot { position: absolute; top: calc(50% - .35rem); margin-left: -.35rem; }
.axis .track { grid-column: 2; height: 1.2rem; background: none; }
.axis .tick { position: absolute; transform: translateX(-50%); font-style: normal; font-size: .8rem; color: var(--soft); }
.axis .tick:first-child { transform: none; }
.axis .tick:last-child { transform: translateX(-100%); }
.whole { display: flex; height: 1.6rem; gap: 1px; border-radius: 3px; overflow: hidden; }
.whole .part { flex: 0 1 0; min-width: 0; overflow: hidden; font: 600 .8rem/1.6rem system-ui, sans-serif; text-align: center; white-space: nowrap; }
.key .part { width: .8rem; height: .8rem; border-radius: 2px; }
.part-1 { background: var(--part-1); color: var(--on-1); } .part-2 { background: var(--part-2); color: var(--on-2); }
.part-3 { background: var(--part-3); color: var(--on-3); } .part-4 { background: var(--part-4); color: var(--on-4); }
.part-5 { background: var(--part-5); color: var(--on-5); }
.verdict { display: inline-flex; align-items: center; gap: .4rem; white-space: nowrap; }
.verdict::before { content: ""; flex: none; width: .65rem; height: .65rem; border-radius: 50%; background: var(--tone, var(--plain)); }
.warning { padding: .8rem 1rem; border-left: 4px solid var(--warn); background: var(--wash); }
@media (max-width: 36rem) {
  figure ul:not(.key) { grid-template-columns: 1fr max-content; }
  figure ul:not(.key) li { padding: .3rem 0; }
  .track, .stack .whole { grid-row: 2; grid-column: 1 / -1; margin-top: .15rem; }
  .axis .track { grid-row: 1; grid-column: 1 / -1; }
}
@media (forced-colors: active) {
  .bar, .range, .dot, .part, .verdict::before { forced-color-adjust: none; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --wash: #eee; --link: #000; }
  @page { size: A4; margin: 16mm 14mm 18mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  nav { display: none; }
  h2, h3, caption, figcaption { break-after: avoid; }
  tr, .figures div { break-inside: avoid; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  .scroll { overflow: visible; }
  tr > :first-child { position: static; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
