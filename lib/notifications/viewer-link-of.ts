import { mostCounted } from './count-unread';

/**
 * What the header's link to the account says. The number comes first: on a phone there is room for little more, and a screen
 * reader says it before the name.
 */
export const viewerLinkOf = (name: string, unread: number): { label: string; href: string } =>
  unread === 0
    ? { label: name, href: '/account' }
    : {
        label: `${unread < mostCounted ? unread : `${mostCounted - 1}+`} new · ${name}`,
        href: '/notifications',
      };
