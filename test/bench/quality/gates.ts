/** Limits that a measured value has to keep. */
import { table } from "../table.ts";

export interface Gate {
  what: string;
  isLeast: boolean;
  limit: number;
  value: number;
}

/** Of a mean of tenths. */
const ROUNDING = 1e-9;

export function isReached({ value, limit, isLeast }: Gate): boolean {
  return isLeast ? value >= limit - ROUNDING : value <= limit + ROUNDING;
}

export function gateTable(gates: readonly Gate[]): string {
  return table(
    ["gate", "measured", "limit", "verdict"],
    gates.map((gate) => [
      gate.what,
      gate.value.toFixed(4),
      `${gate.isLeast ? "≥" : "≤"} ${gate.limit}`,
      isReached(gate) ? "reached" : `MISSED by ${Math.abs(gate.limit - gate.value).toFixed(4)}`,
    ]),
  );
}
