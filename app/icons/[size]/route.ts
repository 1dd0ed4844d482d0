import { notFound } from 'next/navigation';
import { drawIcon } from '@/lib/sharing/picture/draw-icon';

export const dynamic = 'force-static';
export const dynamicParams = false;

const icons = new Map([
  ['192.png', () => drawIcon(192)],
  ['512.png', () => drawIcon(512)],
  ['maskable-512.png', () => drawIcon(512, true)],
]);

export const generateStaticParams = () => [...icons.keys()].map((size) => ({ size }));

/** Icons of the manifest as PNG, made from app/icon.svg while the site is built. */
export const GET = async (_request: Request, { params }: { params: Promise<{ size: string }> }) =>
  icons.get((await params).size)?.() ?? notFound();
