# Din oplevelse af beskæftigelsesindsatsen, 2. kvartal 2026 (demo-2026-2)
# Kør i mappen med answers.csv. Kræver pakken survey: install.packages("survey")
#
# Stikprøven er stratificeret efter kommune og målgruppe. Vægten er borgere i stratummet delt med svar i stratummet
# (efterstratificering). Endelighedskorrektionen regner med svar af borgere, ikke inviterede af borgere: frafaldet er
# et ekstra trin. Små målgrupper er lagt sammen inden for kommunen (se kolonnen stratum).
# En tom baggrundsværdi er skjult, fordi for få personer havde den (se anonymity.html). Den siger intet om personen.
library(survey)
# Et stratum med ét svar har ingen spredning: det tæller med sin afstand til gennemsnittet.
options(survey.lonely.psu = "adjust")

text <- c(municipality = "character", target_group = "character", sex = "character", age_band = "character", duration_band = "character", interview_band = "character", finished = "character", stratum = "character")
data <- read.csv("answers.csv", colClasses = text, na.strings = "", fileEncoding = "UTF-8")
# Et svar er mindst 7 af de 13 spørgsmål. De andre har ingen vægt.
answers <- subset(data, answer == 1)

items <- c("q1", "q2", "q3", "q4", "q5", "q6", "q7", "q8", "q9", "q10", "q11", "q12", "q13")
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

# Ingen offentliggjorte tal at sammenligne med: kør estimate før export.
