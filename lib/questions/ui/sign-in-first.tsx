/** What a visitor is told, in these words, wherever an account is needed. */
export const SignInFirst = ({ href }: { href: string }) => (
  <p>
    <a href={href}>Sign in to ask a question or upvote helpful answers</a>
  </p>
);

export const signInHref = (returnPath: string) => `/sign-in?callbackUrl=${encodeURIComponent(returnPath)}`;
