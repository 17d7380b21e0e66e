import { describeSeal } from "../db/sealCases.ts";
import { describeKnownAnswers } from "../db/hpkeCases.ts";

describeSeal();
describeKnownAnswers();
