-- CreateEnum
CREATE TYPE "Digest" AS ENUM ('off', 'daily', 'weekly');

-- CreateEnum
CREATE TYPE "MailLinkPurpose" AS ENUM ('verifyEmail', 'changeEmail', 'resetPassword', 'signIn');

-- CreateEnum
CREATE TYPE "HiddenBecause" AS ENUM ('held', 'moderated');

-- CreateEnum
CREATE TYPE "NotificationKind" AS ENUM ('answered', 'commented', 'accepted', 'moderated', 'flagResolved');

-- CreateEnum
CREATE TYPE "FlagReason" AS ENUM ('spam', 'rude', 'wrong', 'duplicate', 'private', 'other');

-- CreateEnum
CREATE TYPE "FlagResolution" AS ENUM ('upheld', 'dismissed');

-- AlterEnum. Nobody was ever made an editor.
ALTER TYPE "Role" RENAME VALUE 'editor' TO 'moderator';
ALTER TYPE "Role" ADD VALUE 'mentor' BEFORE 'moderator';

-- AlterTable
ALTER TABLE "User" DROP COLUMN "sessionVersion",
ADD COLUMN     "about" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "digest" "Digest" NOT NULL DEFAULT 'daily',
ADD COLUMN     "digestSentAt" TIMESTAMPTZ(3),
ADD COLUMN     "emailVerifiedAt" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedAt" TIMESTAMPTZ(3),
ADD COLUMN     "suspendedBecause" TEXT,
ADD COLUMN     "suspendedUntil" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "hiddenBecause" "HiddenBecause",
ADD COLUMN     "labRunId" UUID,
ADD COLUMN     "lockedAt" TIMESTAMPTZ(3),
ADD COLUMN     "mergedIntoId" INTEGER,
ADD COLUMN     "passage" TEXT,
ADD COLUMN     "passageCheckedFor" TEXT,
ADD COLUMN     "passageHolds" BOOLEAN;

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "hiddenBecause" "HiddenBecause";

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "hiddenBecause" "HiddenBecause";

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "client" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Identity" (
    "provider" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "linkedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Identity_pkey" PRIMARY KEY ("provider","subject")
);

-- CreateTable
CREATE TABLE "MailLink" (
    "digest" TEXT NOT NULL,
    "purpose" "MailLinkPurpose" NOT NULL,
    "userId" UUID,
    "email" TEXT NOT NULL,
    "returnPath" TEXT NOT NULL DEFAULT '/',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailLink_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "OutgoingMail" (
    "id" SERIAL NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "headers" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sendAfter" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutgoingMail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RunCard" (
    "runId" UUID NOT NULL,
    "userId" UUID,
    "card" JSONB NOT NULL,
    "sharedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RunCard_pkey" PRIMARY KEY ("runId")
);

-- CreateTable
CREATE TABLE "Follow" (
    "userId" UUID NOT NULL,
    "questionId" INTEGER NOT NULL,
    "isFollowing" BOOLEAN NOT NULL DEFAULT true,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Follow_pkey" PRIMARY KEY ("userId","questionId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" SERIAL NOT NULL,
    "userId" UUID NOT NULL,
    "kind" "NotificationKind" NOT NULL,
    "questionId" INTEGER NOT NULL,
    "answerId" INTEGER,
    "commentId" INTEGER,
    "actorId" UUID,
    "words" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "mailedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Flag" (
    "id" SERIAL NOT NULL,
    "reporterId" UUID,
    "questionId" INTEGER,
    "answerId" INTEGER,
    "commentId" INTEGER,
    "reason" "FlagReason" NOT NULL,
    "words" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolvedAt" TIMESTAMPTZ(3),
    "resolverId" UUID,
    "resolution" "FlagResolution",

    CONSTRAINT "Flag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "id" SERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actorId" UUID,
    "action" TEXT NOT NULL,
    "questionId" INTEGER,
    "answerId" INTEGER,
    "commentId" INTEGER,
    "userId" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Session_userId_lastSeenAt_idx" ON "Session"("userId", "lastSeenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Identity_userId_provider_key" ON "Identity"("userId", "provider");

-- CreateIndex
CREATE INDEX "MailLink_userId_purpose_idx" ON "MailLink"("userId", "purpose");

-- CreateIndex
CREATE INDEX "MailLink_expiresAt_idx" ON "MailLink"("expiresAt");

-- CreateIndex
CREATE INDEX "OutgoingMail_sendAfter_idx" ON "OutgoingMail"("sendAfter");

-- CreateIndex
CREATE INDEX "Follow_questionId_idx" ON "Follow"("questionId");

-- CreateIndex
CREATE INDEX "Notification_userId_id_idx" ON "Notification"("userId", "id");

-- CreateIndex
CREATE INDEX "Notification_questionId_idx" ON "Notification"("questionId");

-- CreateIndex
CREATE INDEX "Notification_answerId_idx" ON "Notification"("answerId");

-- CreateIndex
CREATE INDEX "Notification_commentId_idx" ON "Notification"("commentId");

-- CreateIndex
CREATE INDEX "Flag_questionId_idx" ON "Flag"("questionId");

-- CreateIndex
CREATE INDEX "Flag_answerId_idx" ON "Flag"("answerId");

-- CreateIndex
CREATE INDEX "Flag_commentId_idx" ON "Flag"("commentId");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_reporterId_questionId_key" ON "Flag"("reporterId", "questionId");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_reporterId_answerId_key" ON "Flag"("reporterId", "answerId");

-- CreateIndex
CREATE UNIQUE INDEX "Flag_reporterId_commentId_key" ON "Flag"("reporterId", "commentId");

-- CreateIndex
CREATE INDEX "AuditEntry_questionId_idx" ON "AuditEntry"("questionId");

-- CreateIndex
CREATE INDEX "AuditEntry_userId_idx" ON "AuditEntry"("userId");

-- CreateIndex
CREATE INDEX "Question_mergedIntoId_idx" ON "Question"("mergedIntoId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Identity" ADD CONSTRAINT "Identity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailLink" ADD CONSTRAINT "MailLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Question"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunCard" ADD CONSTRAINT "RunCard_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Follow" ADD CONSTRAINT "Follow_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_reporterId_fkey" FOREIGN KEY ("reporterId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_resolverId_fkey" FOREIGN KEY ("resolverId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_commentId_fkey" FOREIGN KEY ("commentId") REFERENCES "Comment"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What schema.prisma cannot say.

ALTER TABLE "Flag" ADD CONSTRAINT "Flag_one_post_check" CHECK (num_nonnulls("questionId", "answerId", "commentId") = 1);
-- What is hidden says why.
UPDATE "Question" SET "hiddenBecause" = 'moderated' WHERE "hiddenAt" IS NOT NULL;
UPDATE "Answer" SET "hiddenBecause" = 'moderated' WHERE "hiddenAt" IS NOT NULL;
UPDATE "Comment" SET "hiddenBecause" = 'moderated' WHERE "hiddenAt" IS NOT NULL;
ALTER TABLE "Question" ADD CONSTRAINT "Question_hidden_check" CHECK (("hiddenAt" IS NULL) = ("hiddenBecause" IS NULL));
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_hidden_check" CHECK (("hiddenAt" IS NULL) = ("hiddenBecause" IS NULL));
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_hidden_check" CHECK (("hiddenAt" IS NULL) = ("hiddenBecause" IS NULL));
ALTER TABLE "Question" ADD CONSTRAINT "Question_merged_check" CHECK ("mergedIntoId" IS DISTINCT FROM "id");

-- The queue of the moderators: few rows, found without reading the many.
CREATE INDEX "Flag_open_idx" ON "Flag" ("id") WHERE "resolvedAt" IS NULL;
CREATE INDEX "Question_held_idx" ON "Question" ("id") WHERE "hiddenBecause" = 'held';
CREATE INDEX "Answer_held_idx" ON "Answer" ("id") WHERE "hiddenBecause" = 'held';
CREATE INDEX "Comment_held_idx" ON "Comment" ("id") WHERE "hiddenBecause" = 'held';

-- One thing that happened is told once.
CREATE UNIQUE INDEX "Notification_once_idx" ON "Notification"
    ("userId", "kind", "questionId", COALESCE("answerId", 0), COALESCE("commentId", 0))
    WHERE "kind" IN ('answered', 'commented', 'accepted');
CREATE INDEX "Notification_unread_idx" ON "Notification" ("userId", "id") WHERE "readAt" IS NULL;

CREATE FUNCTION keep_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit trail is not changed.';
END $$;
CREATE TRIGGER "AuditEntry_stays" BEFORE UPDATE OR DELETE ON "AuditEntry"
    FOR EACH ROW EXECUTE FUNCTION keep_audit_entry();
