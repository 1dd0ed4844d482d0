import ways from '@/lib/accounts/client/ways-in.module.css';
import { readTold } from '@/lib/accounts/identities/told';

type Props = { params: Record<string, string | string[] | undefined> };

const linkedWords = 'It is linked: you can sign in with it from now on.';

/** What has just happened to the ways into the account, for whoever comes back from a link or from elsewhere. */
export const AccountNews = async ({ params: { changed, told } }: Props) => {
  const words = await readTold(told);
  if (words)
    return (
      <p role="status" className={ways.told}>
        {words}
      </p>
    );
  if (changed === 'email') return <p role="status">Your address is confirmed.</p>;
  if (changed === 'linked') return <p role="status">{linkedWords}</p>;
  if (changed === 'unlinked') return <p role="status">It is unlinked and does not sign in here any more.</p>;
  if (changed === 'first-password') {
    return <p role="status">Your account has a password now. Other devices are signed out.</p>;
  }
  return null;
};
