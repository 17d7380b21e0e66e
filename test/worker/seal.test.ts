import { describeSeal } from "../db/sealCases.ts";
import { describeWycheproof } from "../db/wycheproofCases.ts";
import { describeKnownAnswers } from "../db/hpkeCases.ts";

describeSeal();
describeKnownAnswers();
describeWycheproof();
