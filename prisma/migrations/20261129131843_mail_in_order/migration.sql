-- DropIndex
DROP INDEX "OutgoingMail_sendAfter_idx";

-- CreateIndex
CREATE INDEX "MailLink_email_purpose_idx" ON "MailLink"("email", "purpose");

-- What schema.prisma cannot say: mails that wait, those that somebody waits for before those that can be unsubscribed from.
CREATE INDEX "OutgoingMail_due_idx" ON "OutgoingMail" (("headers" ? 'List-Unsubscribe'), "sendAfter")
    WHERE "failedAt" IS NULL;
