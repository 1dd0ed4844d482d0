import { findWaysIn } from '@/lib/accounts/identities/find-ways-in';
import type { Viewer } from '@/lib/accounts/viewer';
import ways from '@/lib/accounts/client/ways-in.module.css';
import styles from '@/lib/ui/narrow-page.module.css';
import { LinkProvider, SetFirstPassword, UnlinkProvider } from './identity-forms';

/** Ways into the account besides its password: accounts elsewhere, and a first password for an account that has none. */
export const IdentitiesSection = async ({ viewer }: { viewer: Viewer }) => {
  if (viewer.isGuest) return null;
  const { email, hasPassword, linked, offered } = await findWaysIn(viewer);
  return (
    <>
      {!hasPassword && email !== null && <SetFirstPassword email={email} />}
      {linked.length + offered.length > 0 && (
        <section className={styles.section} aria-labelledby="identities-heading">
          <h2 id="identities-heading">Sign in with</h2>
          <p>Accounts elsewhere that sign in to this one.</p>
          <ul className={ways.list}>
            {linked.map(({ id, name, mayUnlink }) => (
              <li key={id}>
                <strong>{name}</strong>
                {mayUnlink ? (
                  <UnlinkProvider id={id} name={name} />
                ) : (
                  <p className={ways.muted}>
                    Linked. It is the only way into your account. To be able to unlink it, link another one,
                    or {email === null ? 'add an address and set a password' : 'set a password'}.
                  </p>
                )}
              </li>
            ))}
            {offered.map((provider) => (
              <li key={provider.id}>
                <strong>{provider.name}</strong>
                <LinkProvider {...provider} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
