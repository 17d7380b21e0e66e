/** `export/design.R`: reads the data set into R's survey package with the design that our own estimates have. */
import type { Round } from "#survey/round.ts";
import type { PublishedNumber } from "./published.ts";
import type { Variable } from "./variables.ts";

/** A text that R reads as it stands. */
const rText = (text: string): string => JSON.stringify(text);
const comment = (text: string): string => text.replaceAll(/[\r\n]+/g, " ");
const orNa = (value: number | null): string => (value === null ? "NA" : String(value));

/** The people of a domain, as R says it. */
const group = ({ where }: PublishedNumber): string =>
  where === null ? "TRUE" : `answers$${where.column} %in% ${rText(where.value)}`;

function comparison(published: readonly PublishedNumber[], why: string | null): string {
  if (published.length === 0)
    return `# ${why ?? "Ingen offentliggjorte tal at sammenligne med: kør estimate før export."}\n`;
  const column = (of: (number: PublishedNumber) => string): string => published.map(of).join(", ");
  return `# De samme tal som i results.json, afrundet på samme måde: stemmer de, er vægte, strata og intervaller genskabt.
published <- data.frame(
  item = c(${column(({ item }) => rText(item))}),
  domain = c(${column(({ domain }) => rText(domain))}),
  n = c(${column(({ n }) => String(n))}),
  mean = c(${column(({ mean }) => String(mean))}),
  low = c(${column(({ low }) => orNa(low))}),
  high = c(${column(({ high }) => orNa(high))})
)
groups <- list(${published.map(group).join(", ")})
# Halve går op, som i resultaterne; R's egen round() går mod lige tal.
oneDecimal <- function(x) floor(pmin(100, pmax(0, x)) * 10 + 0.5 + 1e-9) / 10
here <- do.call(rbind, Map(function(item, group) estimate(paste0(item, "_score"), group), published$item, groups))
same <- function(a, b) (is.na(a) & is.na(b)) | (!is.na(a) & !is.na(b) & abs(a - b) < 1e-9)
published$here <- oneDecimal(here$estimate)
published$same <- same(published$n, here$n) & same(published$mean, published$here) &
  same(published$low, oneDecimal(here$low)) & same(published$high, oneDecimal(here$high))
print(published)
if (!all(published$same)) warning("Tallene er ikke de offentliggjorte.")
`;
}

/**
 * The script; R reads columns of codes such as `0751` as text, or the leading zero is gone.
 * @param published numbers to compare with; `why` says why there are none.
 */
export function rScript(
  round: Round,
  variables: readonly Variable[],
  published: readonly PublishedNumber[],
  why: string | null,
): string {
  const items = variables.filter((variable) => variable.question !== undefined).map(({ name }) => name);
  const asText = variables
    .filter((v) => v.kind !== "number" && !items.includes(v.name))
    .map(({ name }) => name)
    .filter((name) => name !== "answer" && name !== "submitted");
  return `# ${comment(`${round.title}, ${round.period.label} (${round.id})`)}
# Kør i mappen med answers.csv. Kræver pakken survey: install.packages("survey")
#
# Stikprøven er stratificeret efter kommune og målgruppe. Vægten er borgere i stratummet delt med svar i stratummet
# (efterstratificering). Endelighedskorrektionen regner med svar af borgere, ikke inviterede af borgere: frafaldet er
# et ekstra trin. Små målgrupper er lagt sammen inden for kommunen (se kolonnen stratum).
# En tom baggrundsværdi er skjult, fordi for få personer havde den (se anonymity.html). Den siger intet om personen.
library(survey)
# Et stratum med ét svar har ingen spredning: det tæller med sin afstand til gennemsnittet.
options(survey.lonely.psu = "adjust")

text <- c(${asText.map((name) => `${name} = "character"`).join(", ")})
data <- read.csv("answers.csv", colClasses = text, na.strings = "", fileEncoding = "UTF-8")
# Et svar er mindst 7 af de 13 spørgsmål. De andre har ingen vægt.
answers <- subset(data, answer == 1)

items <- c(${items.map((name) => `"${name}"`).join(", ")})
# 0 (dårligst) til 100 (bedst); »Ved ikke« (8), »ingen samtale« (9) og ikke besvaret er ingen værdi.
score <- function(code) ifelse(code %in% 1:5, (5 - code) / 4 * 100, NA)
positive <- function(code) ifelse(code %in% 1:5, as.numeric(code <= 2), NA)
for (item in items) {
  answers[[paste0(item, "_score")]] <- score(answers[[item]])
  answers[[paste0(item, "_positive")]] <- positive(answers[[item]])
}

design <- svydesign(ids = ~1, strata = ~stratum, weights = ~weight, fpc = ~population, data = answers)

# Gennemsnit eller andel af en variabel i en gruppe (TRUE for dem, der er med), med 95 %-t-interval.
estimate <- function(variable, group = TRUE) {
  inside <- subset(design, group & !is.na(answers[[variable]]))
  mean <- svymean(as.formula(paste0("~", variable)), inside)
  interval <- confint(mean, df = degf(inside))
  data.frame(n = nrow(inside), estimate = coef(mean)[[1]], se = SE(mean)[[1]], low = interval[1], high = interval[2])
}

# Samlet tilfredshed: alle, og hver kommune.
print(estimate("q13_score"))
print(estimate("q13_positive"))
print(do.call(rbind, lapply(split(seq_len(nrow(answers)), answers$municipality), function(rows) {
  cbind(municipality = answers$municipality[rows[1]], estimate("q13_score", seq_len(nrow(answers)) %in% rows))
})))

${comparison(published, why)}`;
}
