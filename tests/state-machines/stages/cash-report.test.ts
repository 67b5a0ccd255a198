import { describe, expect, test } from "vitest";
import { cents } from "#machines/money/cents";
import { CASH_REPORTING_THRESHOLD, cashReport, deskPayments } from "#machines/stages/cash-report";
import type { TenderMethod } from "#machines/stages/tender";

const paid = (amount: number, at: string, method: TenderMethod = "cash") => ({ method, amount: cents(amount), at });

describe("[P4] cash to report", () => {
  test("is more than ten thousand dollars, not ten thousand", () => {
    expect(cashReport([paid(CASH_REPORTING_THRESHOLD, "2026-03-02T15:00:00.000Z")]).reportBy).toBeNull();
    expect(cashReport([paid(CASH_REPORTING_THRESHOLD + 1, "2026-03-02T15:00:00.000Z")])).toEqual({
      total: 1_000_001,
      reportBy: "2026-03-17",
    });
  });

  test("adds up within twelve months, and only within them", () => {
    const near = [paid(600_000, "2026-03-02T15:00:00.000Z"), paid(400_001, "2026-05-01T15:00:00.000Z")];
    expect(cashReport(near)).toEqual({ total: 1_000_001, reportBy: "2026-05-16" });
    const far = [paid(600_000, "2026-03-02T15:00:00.000Z"), paid(500_000, "2027-04-02T15:00:00.000Z")];
    expect(cashReport(far)).toEqual({ total: 600_000, reportBy: null });
  });

  test("is notes and small bank drafts; cheques, cards, transfers and large drafts are not", () => {
    const day = "2026-03-02T15:00:00.000Z";
    expect(cashReport([paid(600_000, day), paid(500_000, day, "bankDraft")]).reportBy).toBe("2026-03-17");
    for (const method of ["check", "card", "transfer"] as const)
      expect(cashReport([paid(600_000, day), paid(900_000, day, method)]).reportBy).toBeNull();
    expect(cashReport([paid(1_500_000, day, "bankDraft")]).reportBy).toBeNull();
  });

  test("counts a deposit laid on the desk", () => {
    const deposit = { takenBy: "cash", amount: cents(50_000), heldAt: "2026-03-01T15:00:00.000Z" } as const;
    const payments = deskPayments([paid(999_999, "2026-03-02T15:00:00.000Z")], deposit);
    expect(cashReport(payments)).toMatchObject({ total: 1_049_999, reportBy: "2026-03-17" });
    expect(deskPayments([], { takenBy: null, amount: null, heldAt: null })).toEqual([]);
  });
});
