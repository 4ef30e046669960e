import { startCloud } from "../../tests/cloud/cloud.ts";
import { tellReady } from "./child.ts";

// The fake cloud, in a process of its own, so that its work is nobody's.
const cloud = await startCloud({ port: Number(process.argv[2]), record: false });
const tokens = Array.from({ length: 8 }, (_, i) => cloud.token({ jti: i }));
process.send?.({ tokens });
tellReady(cloud.port);
