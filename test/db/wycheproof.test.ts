import { describeWycheproof } from "./wycheproofCases.ts";

describeWycheproof();
