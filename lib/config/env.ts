import { z } from 'zod';

/** Settings of the site. `npm start` exports those that have no default here; `.env.example` documents them. */
export const SiteEnv = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: z.coerce.number().int().min(1).max(65_535).default(3000),
  LAB_PORT: z.coerce.number().int().min(1).max(65_535).default(3001),
  DATA_DIR: z.string().min(1).default('.data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  NEXTAUTH_URL: z.url({ protocol: /^https?$/ }),
  NEXTAUTH_SECRET: z.string().min(32, 'holds fewer than 32 characters'),
  TICKET_PRIVATE_KEY_FILE: z.string().min(1).optional(),
  RECEIPT_PUBLIC_KEY_FILE: z.string().min(1).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  /** `Name <address>`, or an address alone. */
  MAIL_FROM: z
    .string()
    .regex(/^([^<>"\p{Cc}]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/u, 'is not “Name <address>”')
    .optional(),
  /** Accounts of GitHub and Google sign in when an id and its secret are there; the addresses name servers of one's own. */
  GITHUB_ID: z.string().min(1).optional(),
  GITHUB_SECRET: z.string().min(1).optional(),
  GITHUB_SERVER_URL: z.url({ protocol: /^https?$/ }).default('https://github.com'),
  GOOGLE_ID: z.string().min(1).optional(),
  GOOGLE_SECRET: z.string().min(1).optional(),
  GOOGLE_ISSUER: z.url({ protocol: /^https?$/ }).default('https://accounts.google.com'),
  /** How many reverse proxies stand before the site and append to X-Forwarded-For. 0: the header is not believed. */
  TRUSTED_PROXY_HOPS: z.coerce.number().int().min(0).max(5).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});
export type SiteEnv = z.infer<typeof SiteEnv>;

/** Parses settings; an empty value counts as absent. Throws an Error that names every setting that is wrong. */
export const parseSiteEnv = (source: Record<string, string | undefined>): SiteEnv => {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = SiteEnv.safeParse(present);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The site's settings are not usable. ${problems.join('; ')}. See .env.example.`);
};

let parsed: SiteEnv | undefined;

/** The settings of this process, parsed once: at boot by `instrumentation.ts`, else at first use. */
export const siteEnv = (): SiteEnv => (parsed ??= parseSiteEnv(process.env));
