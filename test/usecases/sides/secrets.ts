/** The numbers of a story of three sides that somebody may not know. */

export type Side = "brand" | "X" | "Y";

/**
 * Every confidential number of the story: as it is typed, as cards write it, as it is kept, and who may read it. What is
 * passed for X stands in the brand's sums too.
 */
export const SECRETS = {
  budget: { typed: "987654", shown: "987,654", kept: "98765400", readers: ["brand"] },
  ceiling: { typed: "7531", shown: "7,531", kept: "753100", readers: ["brand"] },
  "margin of X": { typed: "13.7%", shown: "13.7%", kept: "0.137", readers: ["X"] },
  "rebate of X": { typed: "11.3%", shown: "11.3%", kept: "0.113", readers: ["X"] },
  "agency share of X": { typed: "8.7%", shown: "311.37", kept: "31137", readers: ["X"] },
  "rebate of Y": { typed: "9.1%", shown: "9.1%", kept: "0.091", readers: ["Y"] },
  "quote of X": { typed: "3456", shown: "3,456", kept: "345600", readers: ["brand", "X"] },
  "quote of Y": { typed: "2468", shown: "2,468", kept: "246800", readers: ["brand", "Y"] },
  "passed price of X": { typed: "3321", shown: "3,321", kept: "332100", readers: ["brand", "X"] },
  "later quote of X": { typed: "3612", shown: "3,612", kept: "361200", readers: ["brand", "X"] },
  "vetted quote of X": { typed: "3579", shown: "3,579", kept: "357900", readers: ["brand", "X"] },
  "vetted quote of Y": { typed: "2187", shown: "2,187", kept: "218700", readers: ["brand", "Y"] },
  // all-in: quote and 10% for the platform, less the rebate
  "all-in cost of X with its rebate": { typed: "", shown: "3,565.04", kept: "356504", readers: ["X"] },
  "all-in cost of Y with its rebate": { typed: "", shown: "2,490.21", kept: "249021", readers: ["Y"] },
  "listed price of X": { typed: "2911", shown: "2,911", kept: "291100", readers: ["brand", "X"] },
  "listed price of Y": { typed: "1777", shown: "1,777", kept: "177700", readers: ["brand", "Y"] },
  "doubtful price of X": { typed: "999883", shown: "999,883", kept: "99988300", readers: ["X"] },
  "unread price of X": { typed: "面议8866", shown: "面议8866", kept: "面议8866", readers: ["X"] },
  "price of X under an unknown header": { typed: "2733", shown: "2,733", kept: "2733", readers: [] },
  "payment through X": { typed: "3331", shown: "3,331", kept: "333100", readers: ["brand", "X"] },
  "part of the payment through X": { typed: "", shown: "1,665.50", kept: "166550", readers: ["brand", "X"] },
  "payment through Y": { typed: "4447", shown: "4,447", kept: "444700", readers: ["brand", "Y"] },
  "part of the payment through Y": { typed: "", shown: "2,223.50", kept: "222350", readers: ["brand", "Y"] },
  "payment of the brand's own": { typed: "5559", shown: "5,559", kept: "555900", readers: ["brand"] },
  "part of the brand's own": { typed: "", shown: "2,779.50", kept: "277950", readers: ["brand"] },
} as const satisfies Record<string, { typed: string; shown: string; kept: string; readers: readonly Side[] }>;

export type Secret = keyof typeof SECRETS;
export const typed = (name: Secret): string => SECRETS[name].typed;
