-- AlterEnum
ALTER TYPE "HiddenBecause" ADD VALUE 'merged';

-- AlterTable
ALTER TABLE "Question" ADD COLUMN     "hiddenWords" TEXT,
ADD COLUMN     "lockedBecause" TEXT;

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN     "hiddenWords" TEXT;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "hiddenWords" TEXT;

-- CreateIndex
CREATE INDEX "AuditEntry_answerId_idx" ON "AuditEntry"("answerId");

-- CreateIndex
CREATE INDEX "AuditEntry_commentId_idx" ON "AuditEntry"("commentId");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_idx" ON "AuditEntry"("actorId");

-- What schema.prisma cannot say.

-- A value that was just added may not be used as such before this migration is over; as text it may.
ALTER TABLE "Question" ADD CONSTRAINT "Question_merged_hidden_check"
    CHECK ("mergedIntoId" IS NULL OR "hiddenBecause"::text = 'merged');
ALTER TABLE "Question" ADD CONSTRAINT "Question_locked_check" CHECK ("lockedBecause" IS NULL OR "lockedAt" IS NOT NULL);
ALTER TABLE "Flag" ADD CONSTRAINT "Flag_resolved_check" CHECK (("resolvedAt" IS NULL) = ("resolution" IS NULL));

-- An answer counts where it is and while it is shown; it may move to another question.
CREATE OR REPLACE FUNCTION count_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was int := 0;
    is_now int := 0;
BEGIN
    IF TG_OP <> 'INSERT' THEN was := (OLD."deletedAt" IS NULL AND OLD."hiddenAt" IS NULL)::int; END IF;
    IF TG_OP <> 'DELETE' THEN is_now := (NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL)::int; END IF;
    IF TG_OP = 'UPDATE' AND OLD."questionId" <> NEW."questionId" THEN
        UPDATE "Question" SET "answerCount" = "answerCount" - was WHERE was = 1 AND "id" = OLD."questionId";
        UPDATE "Question" SET "answerCount" = "answerCount" + is_now WHERE is_now = 1 AND "id" = NEW."questionId";
    ELSIF was <> is_now THEN
        UPDATE "Question" SET "answerCount" = "answerCount" + is_now - was
            WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."questionId" ELSE NEW."questionId" END;
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER "Answer_count" ON "Answer";
CREATE TRIGGER "Answer_count" AFTER INSERT OR DELETE OR UPDATE OF "deletedAt", "hiddenAt", "questionId" ON "Answer"
    FOR EACH ROW EXECUTE FUNCTION count_answer();

-- When a question goes for good, those that were merged into it stand alone again.
CREATE FUNCTION release_merged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Question" SET "mergedIntoId" = NULL, "hiddenAt" = NULL, "hiddenBecause" = NULL WHERE "mergedIntoId" = OLD."id";
    RETURN OLD;
END $$;
CREATE TRIGGER "Question_release_merged" BEFORE DELETE ON "Question" FOR EACH ROW EXECUTE FUNCTION release_merged();

-- What was done to a question shows also what was merged into it.
CREATE INDEX "AuditEntry_into_idx" ON "AuditEntry" ((("details"->>'into')::int)) WHERE "details" ? 'into';

-- The trail is not emptied at once either.
CREATE TRIGGER "AuditEntry_stays_whole" BEFORE TRUNCATE ON "AuditEntry"
    FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_entry();
