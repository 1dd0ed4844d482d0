'use client';

import { useEffect, useState } from 'react';
import { Form } from '@/lib/ui/form/form';
import type { Provider } from '../identities/provider';
import { goElsewhere } from './go-elsewhere';

type Props = { providers: readonly Provider[]; returnPath: string };

/** A button for each account elsewhere that signs in here. */
export const ProviderButtons = ({ providers, returnPath }: Props) => {
  const [visit, setVisit] = useState(0);
  useEffect(() => {
    // Whoever comes back by the browser's own button finds the page as they left it: on its way.
    const renew = (event: PageTransitionEvent) => event.persisted && setVisit((count) => count + 1);
    window.addEventListener('pageshow', renew);
    return () => window.removeEventListener('pageshow', renew);
  }, []);
  return providers.map(({ id, name }) => (
    <Form
      key={`${id} ${visit}`}
      submit={() => goElsewhere(id, returnPath)}
      onDone={() => undefined}
      action={`Continue with ${name}`}
      busy={`Going to ${name}…`}
      kind="secondary"
    />
  ));
};
