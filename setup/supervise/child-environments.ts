import type { KeyFiles } from '../keys';
import type { LabHost } from '../lab-host';
import type { Settings } from '../settings';

type Source = Readonly<Record<string, string | undefined>>;

/** The site never learns where the Docker Engine is. */
export function siteEnvironment(
  source: Source,
  settings: Settings,
  keys: KeyFiles,
  databaseUrl: string,
): Record<string, string | undefined> {
  const kept = Object.entries(source).filter(([name]) => !name.startsWith('DOCKER_'));
  return {
    ...Object.fromEntries(kept),
    PORT: String(settings.port),
    LAB_PORT: String(settings.labPort),
    DATA_DIR: settings.dataDir,
    DATABASE_URL: databaseUrl,
    NEXTAUTH_SECRET: source.NEXTAUTH_SECRET || keys.sessionSecret,
    NEXTAUTH_URL: settings.publicUrl,
    NEXT_DIST_DIR: settings.distDir,
    NEXT_TELEMETRY_DISABLED: '1',
    TICKET_PRIVATE_KEY_FILE: keys.ticketPrivate,
    RECEIPT_PUBLIC_KEY_FILE: keys.receiptPublic,
  };
}

const siteSecrets = [
  'DATABASE_URL',
  'NEXTAUTH_SECRET',
  'SMTP_URL',
  'GITHUB_SECRET',
  'GOOGLE_SECRET',
  'TEST_DATABASE_URL',
];

/** The lab service never learns the site's secrets: not the database's, nor those of sessions, mail and accounts elsewhere. */
export function labEnvironment(
  source: Source,
  settings: Settings,
  keys: KeyFiles,
  host: LabHost,
): Record<string, string | undefined> {
  const secret = new Set(siteSecrets);
  const kept = Object.entries(source).filter(([name]) => !secret.has(name));
  return {
    ...Object.fromEntries(kept),
    LAB_PORT: String(settings.labPort),
    DATA_DIR: settings.dataDir,
    SITE_URL: `http://127.0.0.1:${settings.port}`,
    TICKET_PUBLIC_KEY_FILE: keys.ticketPublic,
    RECEIPT_PRIVATE_KEY_FILE: keys.receiptPrivate,
    LAB_INSTANCE: settings.instance,
    LAB_IMAGE: host.ok ? host.image : 'system-design-mastery-lab:missing',
    ...(host.ok ? {} : { LAB_ENGINE_ERROR: host.reason }),
  };
}
