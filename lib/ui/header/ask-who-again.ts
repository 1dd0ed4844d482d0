/**
 * Has the header say anew who is signed in and what is new for them. It does so whenever a page comes back, and has no other ear:
 * its code is on every lesson.
 */
export const askWhoAgain = () => window.dispatchEvent(new PageTransitionEvent('pageshow'));
