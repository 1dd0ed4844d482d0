import type { Metadata } from 'next';
import { pictureSize } from './picture/picture-size';

type Shared = {
  title: string;
  description: string;
  path: string;
  /** Path of the picture. */
  picture: string;
  kind?: 'website' | 'article';
};

/** A page's own address, and what is shown where a link to it is shared. */
export const shareMetadata = ({ title, description, path, picture, kind = 'website' }: Shared): Metadata => {
  const images = [{ url: picture, ...pictureSize, alt: title }];
  return {
    alternates: { canonical: path, types: { 'application/rss+xml': '/feed.xml' } },
    openGraph: {
      type: kind,
      siteName: 'System Design Mastery',
      locale: 'en',
      title,
      description,
      url: path,
      images,
    },
    twitter: { card: 'summary_large_image', title, description, images },
  };
};
