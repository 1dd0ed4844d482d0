-- CreateEnum
CREATE TYPE "AnswerRating" AS ENUM ('could', 'nearly', 'notYet');

-- AlterTable: by hand, so that the dates stay.
ALTER TABLE "LessonProgress" RENAME COLUMN "completedAt" TO "readAt";

-- CreateTable
CREATE TABLE "CheckAnswer" (
    "userId" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "check" TEXT NOT NULL,
    "isRight" BOOLEAN NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckAnswer_pkey" PRIMARY KEY ("userId","course","lesson","check")
);

-- CreateTable
CREATE TABLE "ReadingPlace" (
    "userId" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "heading" TEXT NOT NULL,
    "leftAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReadingPlace_pkey" PRIMARY KEY ("userId","course","lesson")
);

-- CreateTable
CREATE TABLE "RatedAnswer" (
    "userId" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "rating" "AnswerRating" NOT NULL,
    "ratedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RatedAnswer_pkey" PRIMARY KEY ("userId","course","lesson","question")
);

-- CreateTable
CREATE TABLE "Note" (
    "userId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "heading" TEXT,
    "prefix" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "suffix" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Note_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "Note_userId_course_lesson_idx" ON "Note"("userId", "course", "lesson");

-- AddForeignKey
ALTER TABLE "CheckAnswer" ADD CONSTRAINT "CheckAnswer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReadingPlace" ADD CONSTRAINT "ReadingPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RatedAnswer" ADD CONSTRAINT "RatedAnswer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
