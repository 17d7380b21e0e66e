import { describeKnownAnswers } from "./hpkeCases.ts";

describeKnownAnswers();
