-- What an applicant states, sealed field by field under a key of their own.
CREATE TABLE "CreditApplication" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "applicant" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "sealKey" TEXT,
    "numberHash" TEXT,
    "consentVersion" TEXT,
    "consentHash" TEXT,
    "consentedAt" TIMESTAMPTZ(3),
    "consentAddress" TEXT,
    "consentAgent" TEXT,
    "purpose" TEXT,
    "softConsentAt" TIMESTAMPTZ(3),
    "softConsentVersion" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "completedAt" TIMESTAMPTZ(3),
    "decidedAt" TIMESTAMPTZ(3),
    "legalHold" TEXT,
    "disposedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CreditApplication_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CreditApplication_dealId_applicant_key" ON "CreditApplication"("dealId", "applicant");
CREATE INDEX "CreditApplication_rooftopId_numberHash_idx" ON "CreditApplication"("rooftopId", "numberHash");

CREATE TABLE "CreditField" (
    "applicationId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CreditField_pkey" PRIMARY KEY ("applicationId", "name"),
    CONSTRAINT "CreditField_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "CreditApplication"("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "CreditLink" (
    "id" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "CreditLink_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CreditLink_tokenHash_key" ON "CreditLink"("tokenHash");
CREATE INDEX "CreditLink_applicationId_idx" ON "CreditLink"("applicationId");

-- The browser that gave the code: nobody else's, and only while somebody types.
CREATE TABLE "CreditAccess" (
    "applicationId" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CreditAccess_pkey" PRIMARY KEY ("applicationId", "sessionId")
);

CREATE TABLE "LenderSubmission" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "lenderCode" TEXT NOT NULL,
    "lenderName" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "structure" JSONB NOT NULL,
    "reference" TEXT,
    "status" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "sentBy" TEXT NOT NULL,
    "duplicateReason" TEXT,
    "sentAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "LenderSubmission_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "LenderSubmission_dealId_lenderCode_fingerprint_key" ON "LenderSubmission"("dealId", "lenderCode", "fingerprint");
CREATE INDEX "LenderSubmission_lenderCode_reference_idx" ON "LenderSubmission"("lenderCode", "reference");

CREATE TABLE "LenderMessage" (
    "id" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "externalId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER,
    "by" TEXT NOT NULL,
    "body" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LenderMessage_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "LenderMessage_submissionId_externalId_key" ON "LenderMessage"("submissionId", "externalId");

CREATE TABLE "Stip" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "wording" TEXT NOT NULL,
    "owedBy" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "dueOn" TEXT,
    "sealedFileKey" TEXT,
    "fileType" TEXT,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "clearedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stip_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "Stip_submissionId_kind_owedBy_key" ON "Stip"("submissionId", "kind", "owedBy");
CREATE INDEX "Stip_dealId_idx" ON "Stip"("dealId");

CREATE TABLE "CreditFlag" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "raisedAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedBy" TEXT,
    "resolvedName" TEXT,
    "note" TEXT,
    "resolvedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CreditFlag_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "CreditFlag_applicationId_code_key" ON "CreditFlag"("applicationId", "code");
CREATE INDEX "CreditFlag_rooftopId_raisedAt_idx" ON "CreditFlag"("rooftopId", "raisedAt");

-- What the law gives the store days for: a decision, and the notice of one that went against somebody.
CREATE TABLE "AdverseActionTask" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL,
    "notice" JSONB,
    "settledBy" TEXT,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "AdverseActionTask_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "AdverseActionTask_applicationId_kind_key" ON "AdverseActionTask"("applicationId", "kind");
CREATE INDEX "AdverseActionTask_rooftopId_state_idx" ON "AdverseActionTask"("rooftopId", "state");

CREATE TABLE "FundingPackage" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "submissionId" TEXT NOT NULL,
    "lenderName" TEXT NOT NULL,
    "contractRevision" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT,
    "attempt" INTEGER NOT NULL DEFAULT 1,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedAt" TIMESTAMPTZ(3) NOT NULL,
    "movedBy" TEXT NOT NULL,

    CONSTRAINT "FundingPackage_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "FundingPackage_dealId_contractRevision_key" ON "FundingPackage"("dealId", "contractRevision");
CREATE INDEX "FundingPackage_rooftopId_state_idx" ON "FundingPackage"("rooftopId", "state");

CREATE TABLE "SpotDelivery" (
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "deadline" TIMESTAMPTZ(3) NOT NULL,
    "odometerOut" INTEGER NOT NULL,
    "odometerBack" INTEGER,
    "attempts" JSONB NOT NULL,
    "agreedBy" TEXT NOT NULL,
    "agreedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "SpotDelivery_pkey" PRIMARY KEY ("dealId")
);

-- Every row holds the hash of the one before it.
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "at" TEXT NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "dealId" TEXT,
    "subject" TEXT,
    "detail" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("rooftopId", "seq")
);
CREATE INDEX "AuditEntry_dealId_idx" ON "AuditEntry"("dealId");
CREATE INDEX "AuditEntry_subject_idx" ON "AuditEntry"("subject");

-- A sealed value that somebody opened, and until when they may look.
CREATE TABLE "SealedView" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "applicationId" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "sessionId" TEXT NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SealedView_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "SealedView_staffId_openedAt_idx" ON "SealedView"("staffId", "openedAt");
CREATE INDEX "SealedView_applicationId_idx" ON "SealedView"("applicationId");
