import { stayOffline } from "../scripts/offline.ts";

stayOffline();
