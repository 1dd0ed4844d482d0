-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "Role" AS ENUM ('learner', 'editor', 'admin');

-- CreateEnum
CREATE TYPE "LabRunState" AS ENUM ('live', 'suspended', 'ended', 'failed');

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "email" TEXT,
    "passwordHash" TEXT,
    "name" TEXT NOT NULL,
    "isGuest" BOOLEAN NOT NULL DEFAULT false,
    "role" "Role" NOT NULL DEFAULT 'learner',
    "sessionVersion" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimitWindow" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "RateLimitWindow_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "LessonProgress" (
    "userId" UUID NOT NULL,
    "course" TEXT NOT NULL,
    "lesson" TEXT NOT NULL,
    "completedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonProgress_pkey" PRIMARY KEY ("userId","course","lesson")
);

-- CreateTable
CREATE TABLE "LabWorkspace" (
    "userId" UUID NOT NULL,
    "scenario" TEXT NOT NULL,
    "balancer" TEXT NOT NULL,
    "files" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LabWorkspace_pkey" PRIMARY KEY ("userId","scenario")
);

-- CreateTable
CREATE TABLE "LabRun" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "scenario" TEXT NOT NULL,
    "state" "LabRunState" NOT NULL DEFAULT 'live',
    "stateAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activeKey" TEXT,
    "host" TEXT,
    "startMs" DOUBLE PRECISION,
    "endReason" TEXT,
    "timeline" JSONB NOT NULL DEFAULT '[]',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LabRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LabTaskResult" (
    "userId" UUID NOT NULL,
    "scenario" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "runId" UUID NOT NULL,
    "verdict" JSONB NOT NULL,
    "prediction" JSONB,
    "verdictAt" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 1,
    "passedAt" TIMESTAMPTZ(3),
    "bestFailedRequests" INTEGER,

    CONSTRAINT "LabTaskResult_pkey" PRIMARY KEY ("userId","scenario","task")
);

-- CreateTable
CREATE TABLE "LabReceipt" (
    "id" UUID NOT NULL,
    "host" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LabReceipt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "RateLimitWindow_resetsAt_idx" ON "RateLimitWindow"("resetsAt");

-- CreateIndex
CREATE UNIQUE INDEX "LabRun_activeKey_key" ON "LabRun"("activeKey");

-- CreateIndex
CREATE INDEX "LabRun_userId_createdAt_idx" ON "LabRun"("userId", "createdAt");

-- CreateIndex
CREATE INDEX "LabRun_host_state_idx" ON "LabRun"("host", "state");

-- AddForeignKey
ALTER TABLE "LessonProgress" ADD CONSTRAINT "LessonProgress_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabWorkspace" ADD CONSTRAINT "LabWorkspace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabRun" ADD CONSTRAINT "LabRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabTaskResult" ADD CONSTRAINT "LabTaskResult_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
