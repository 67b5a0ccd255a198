-- One try to pay a deposit under way per deal: two clicks that arrive together share it, and nobody is asked twice.
CREATE UNIQUE INDEX "DepositAttempt_one_under_way"
    ON "DepositAttempt" ("dealId")
    WHERE "status" IN ('opening', 'open');
