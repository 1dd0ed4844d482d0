import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { projectRoot } from './project';
import { SetupError } from './setup-error';

const port = z.coerce.number().int().min(1).max(65_535);

/** The settings that setup itself needs. The site and the lab service parse theirs; `.env.example` documents all. */
const Variables = z
  .object({
    PORT: port.default(3000),
    LAB_PORT: port.default(3001),
    DATA_DIR: z.string().default('.data'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    NEXTAUTH_URL: z.url({ protocol: /^https?$/ }).optional(),
    NEXT_DIST_DIR: z
      .string()
      .regex(/^\.next[\w.-]*$/, 'must be a folder of the project whose name starts with ".next"')
      .default('.next'),
    LAB_INSTANCE: z
      .string()
      .regex(/^[A-Za-z0-9][\w.-]{0,62}$/)
      .optional(),
    CHROMIUM_PATH: z.string().optional(),
  })
  .refine((value) => value.PORT !== value.LAB_PORT, {
    path: ['LAB_PORT'],
    message: 'must differ from PORT',
  });

export type Settings = {
  port: number;
  labPort: number;
  /** Absolute. */
  dataDir: string;
  databaseUrl: string | null;
  /** What learners type: the site's public address. */
  publicUrl: string;
  distDir: string;
  /** The label of all containers and networks of this copy. */
  instance: string;
  chromiumPath: string | null;
};

/** @throws SetupError that names every variable that is wrong */
export function parseSettings(source: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = Variables.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new SetupError(`Change these settings, which .env.example explains: ${problems.join('; ')}.`);
  }
  const value = parsed.data;
  const dataDir = path.resolve(projectRoot, value.DATA_DIR);
  return {
    port: value.PORT,
    labPort: value.LAB_PORT,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? null,
    publicUrl: value.NEXTAUTH_URL ?? `http://localhost:${value.PORT}`,
    distDir: value.NEXT_DIST_DIR,
    instance: value.LAB_INSTANCE ?? `mastery-${digest(dataDir)}`,
    chromiumPath: value.CHROMIUM_PATH ?? null,
  };
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12);

/** Settings of the environment and, where it says nothing, of the file `.env`. */
export function readSettings(): Settings {
  const file = path.join(projectRoot, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  return parseSettings(process.env);
}
