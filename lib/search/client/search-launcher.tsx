'use client';

import { useEffect, useState, type ComponentType, type ReactNode } from 'react';
import { isField } from '@/lib/ui/is-field';
import { loadPage } from '@/lib/ui/load-page';

const isSearchKey = (event: KeyboardEvent) =>
  (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey) ||
  (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isField(event.target));

/** The way to the search: a link that works without code, and opens the dialog with it. The dialog's code comes when it is first wanted. */
export function SearchLauncher({
  className,
  children,
}: {
  className: string | undefined;
  children: ReactNode;
}) {
  const [Dialog, setDialog] = useState<ComponentType<{ onClose: () => void }> | null>(null);

  const open = async () => {
    try {
      const { SearchDialog } = await import('./search-dialog');
      setDialog(() => SearchDialog);
    } catch {
      loadPage('/search');
    }
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!isSearchKey(event) || event.defaultPrevented || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      void open();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  return (
    <>
      <a
        className={className}
        href="/search"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          void open();
        }}
      >
        {children}
      </a>
      {Dialog ? <Dialog onClose={() => setDialog(null)} /> : null}
    </>
  );
}
