import { describeSeal } from "./sealCases.ts";

describeSeal();
