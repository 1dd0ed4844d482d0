-- CreateTable
CREATE TABLE "Question" (
    "id" SERIAL NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "heading" TEXT,
    "authorId" UUID,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "answerCount" INTEGER NOT NULL DEFAULT 0,
    "acceptedAnswerId" INTEGER,
    "submission" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),
    "search" tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', "title"), 'A') || setweight(to_tsvector('english', "body"), 'C')
    ) STORED,

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "votes" INTEGER NOT NULL DEFAULT 0,
    "submission" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),
    "deletedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Comment" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER NOT NULL,
    "answerId" INTEGER,
    "authorId" UUID,
    "body" TEXT NOT NULL,
    "submission" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "hiddenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionVote" (
    "userId" UUID NOT NULL,
    "questionId" INTEGER NOT NULL,
    "votedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionVote_pkey" PRIMARY KEY ("userId","questionId")
);

-- CreateTable
CREATE TABLE "AnswerVote" (
    "userId" UUID NOT NULL,
    "answerId" INTEGER NOT NULL,
    "votedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AnswerVote_pkey" PRIMARY KEY ("userId","answerId")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" SERIAL NOT NULL,
    "questionId" INTEGER,
    "answerId" INTEGER,
    "version" INTEGER NOT NULL,
    "title" TEXT,
    "body" TEXT NOT NULL,
    "editorId" UUID,
    "replacedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "QuestionWord" (
    "word" TEXT NOT NULL,
    "trigrams" TEXT[],

    CONSTRAINT "QuestionWord_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE UNIQUE INDEX "Question_acceptedAnswerId_key" ON "Question"("acceptedAnswerId");

-- CreateIndex
CREATE INDEX "Question_votes_id_idx" ON "Question"("votes", "id");

-- CreateIndex
CREATE INDEX "Question_course_lesson_id_idx" ON "Question"("course", "lesson", "id");

-- CreateIndex
CREATE INDEX "Question_course_lesson_votes_id_idx" ON "Question"("course", "lesson", "votes", "id");

-- CreateIndex
CREATE INDEX "Question_authorId_id_idx" ON "Question"("authorId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Question_authorId_submission_key" ON "Question"("authorId", "submission");

-- CreateIndex
CREATE INDEX "Answer_questionId_votes_id_idx" ON "Answer"("questionId", "votes" DESC, "id");

-- CreateIndex
CREATE UNIQUE INDEX "Answer_authorId_submission_key" ON "Answer"("authorId", "submission");

-- CreateIndex
CREATE INDEX "Comment_questionId_id_idx" ON "Comment"("questionId", "id");

-- CreateIndex
CREATE INDEX "Comment_answerId_id_idx" ON "Comment"("answerId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Comment_authorId_submission_key" ON "Comment"("authorId", "submission");

-- CreateIndex
CREATE INDEX "QuestionVote_questionId_idx" ON "QuestionVote"("questionId");

-- CreateIndex
CREATE INDEX "AnswerVote_answerId_idx" ON "AnswerVote"("answerId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_questionId_version_key" ON "Revision"("questionId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_answerId_version_key" ON "Revision"("answerId", "version");

-- CreateIndex
CREATE INDEX "QuestionWord_trigrams_idx" ON "QuestionWord" USING GIN ("trigrams");

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_acceptedAnswerId_fkey" FOREIGN KEY ("acceptedAnswerId") REFERENCES "Answer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionVote" ADD CONSTRAINT "QuestionVote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionVote" ADD CONSTRAINT "QuestionVote_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerVote" ADD CONSTRAINT "AnswerVote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerVote" ADD CONSTRAINT "AnswerVote_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_questionId_fkey" FOREIGN KEY ("questionId") REFERENCES "Question"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_answerId_fkey" FOREIGN KEY ("answerId") REFERENCES "Answer"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What schema.prisma cannot say.

CREATE INDEX "Question_search_idx" ON "Question" USING GIN ("search");
-- The tab "Unanswered".
CREATE INDEX "Question_unanswered_idx" ON "Question" ("id")
    WHERE "answerCount" = 0 AND "deletedAt" IS NULL AND "hiddenAt" IS NULL;
CREATE INDEX "Question_lesson_unanswered_idx" ON "Question" ("course", "lesson", "id")
    WHERE "answerCount" = 0 AND "deletedAt" IS NULL AND "hiddenAt" IS NULL;
-- Words that begin with what is being typed.
CREATE INDEX "QuestionWord_prefix_idx" ON "QuestionWord" ("word" text_pattern_ops);

ALTER TABLE "Question" ADD CONSTRAINT "Question_counts_check" CHECK ("votes" >= 0 AND "answerCount" >= 0);
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_counts_check" CHECK ("votes" >= 0);
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_one_post_check" CHECK (num_nonnulls("questionId", "answerId") = 1);

-- Counts follow their rows in the same transaction, whoever adds or removes a row: a vote, an account that is deleted with
-- its votes, a hand in psql.
CREATE FUNCTION count_question_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Question" SET "votes" = "votes" + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
        WHERE "id" = CASE TG_OP WHEN 'INSERT' THEN NEW."questionId" ELSE OLD."questionId" END;
    RETURN NULL;
END $$;
CREATE TRIGGER "QuestionVote_count" AFTER INSERT OR DELETE ON "QuestionVote"
    FOR EACH ROW EXECUTE FUNCTION count_question_vote();

CREATE FUNCTION count_answer_vote() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Answer" SET "votes" = "votes" + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
        WHERE "id" = CASE TG_OP WHEN 'INSERT' THEN NEW."answerId" ELSE OLD."answerId" END;
    RETURN NULL;
END $$;
CREATE TRIGGER "AnswerVote_count" AFTER INSERT OR DELETE ON "AnswerVote"
    FOR EACH ROW EXECUTE FUNCTION count_answer_vote();

-- An answer counts while it is shown.
CREATE FUNCTION count_answer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    was int := 0;
    is_now int := 0;
BEGIN
    IF TG_OP <> 'INSERT' THEN was := (OLD."deletedAt" IS NULL AND OLD."hiddenAt" IS NULL)::int; END IF;
    IF TG_OP <> 'DELETE' THEN is_now := (NEW."deletedAt" IS NULL AND NEW."hiddenAt" IS NULL)::int; END IF;
    IF was <> is_now THEN
        UPDATE "Question" SET "answerCount" = "answerCount" + is_now - was
            WHERE "id" = CASE TG_OP WHEN 'DELETE' THEN OLD."questionId" ELSE NEW."questionId" END;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER "Answer_count" AFTER INSERT OR DELETE OR UPDATE OF "deletedAt", "hiddenAt" ON "Answer"
    FOR EACH ROW EXECUTE FUNCTION count_answer();
