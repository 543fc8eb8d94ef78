// The installation's line and its account at the provider.
import { randomBytes } from "node:crypto";

export const account_sid = "AC00000000000000000000000000000001";
export const auth_token = "0123456789abcdef0123456789abcdef";
export const line_number = "+15550100100";

export const new_sid = (kind) => kind + randomBytes(16).toString("hex");
