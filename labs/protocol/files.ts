import { z } from 'zod';
import type { Balancer } from './names';

/** Limits of a learner's configuration. The site, the editor, the edge and the agent all enforce these. */
export const fileLimits = {
  maxFiles: 24,
  maxFileBytes: 256 * 1024,
  maxTotalBytes: 512 * 1024,
  maxNameLength: 100,
} as const;

const fileNamePattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,4}$/;

/**
 * A path relative to the balancer's configuration folder (`/etc/nginx` or `/etc/haproxy`).
 * No segment starts with a dot or a dash, so `..`, absolute paths, NUL and hidden files cannot be written.
 */
export const FileName = z
  .string()
  .max(fileLimits.maxNameLength, 'The file name is longer than 100 characters.')
  .regex(
    fileNamePattern,
    'A file name holds letters, digits, "_", "-" and ".", in at most five folders, for example conf.d/pool.conf.',
  );

const byteLength = (text: string) => new TextEncoder().encode(text).length;

/** File name → whole text. */
export const LabFiles = z
  .record(
    FileName,
    z
      .string()
      .refine(
        (text) => text.length <= fileLimits.maxFileBytes && byteLength(text) <= fileLimits.maxFileBytes,
        {
          message: 'A file is larger than 256 KiB. Shorten it, or split it with include.',
        },
      )
      .refine((text) => !text.includes('\0'), { message: 'A file contains a NUL byte.' }),
  )
  .refine((files) => Object.keys(files).length <= fileLimits.maxFiles, {
    message: 'A configuration has at most 24 files.',
  })
  .refine(
    (files) =>
      Object.values(files).reduce((sum, text) => sum + byteLength(text), 0) <= fileLimits.maxTotalBytes,
    { message: 'The files together are larger than 512 KiB.' },
  );
export type LabFiles = z.infer<typeof LabFiles>;

/** The file that the balancer is started with. */
export const mainFile: Record<Balancer, 'nginx.conf' | 'haproxy.cfg'> = {
  nginx: 'nginx.conf',
  haproxy: 'haproxy.cfg',
};
