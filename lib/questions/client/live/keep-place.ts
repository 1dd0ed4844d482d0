'use client';

import { Component, type RefObject } from 'react';

type Anchor = { element: Element; top: number } | null;
type Props = {
  /** Another with every thread that is shown. */
  token: string;
  /** Whether the page itself brings in the change. What a person does may move what it moves. */
  isOn: RefObject<boolean>;
};

const isInView = ({ top, bottom }: DOMRect) => bottom > 0 && top < window.innerHeight;

/** What a person looks at: the field in which they type, else the first post or comment that is in sight. */
const findAnchor = (): Anchor => {
  const { activeElement } = document;
  const field = activeElement?.closest('main form *, main textarea, main input');
  const posts = document.querySelectorAll('main article, main article li, main h2');
  const found = [...(field ? [field] : []), ...posts].find((element) =>
    isInView(element.getBoundingClientRect()),
  );
  return found ? { element: found, top: found.getBoundingClientRect().top } : null;
};

/**
 * Keeps what a person looks at where it is in the window while the rest of the thread changes: posts come in above, or go. Not
 * every browser does so itself. (A class, since only classes are told just before the document changes.)
 */
export class KeepPlace extends Component<Props> {
  override getSnapshotBeforeUpdate({ token }: Props): Anchor {
    return this.props.isOn.current && token !== this.props.token ? findAnchor() : null;
  }

  override componentDidUpdate(_before: Props, _state: unknown, anchor: Anchor) {
    if (!anchor?.element.isConnected) return;
    const moved = anchor.element.getBoundingClientRect().top - anchor.top;
    if (Math.abs(moved) >= 1) window.scrollBy({ top: moved, behavior: 'instant' });
  }

  override render() {
    return null;
  }
}
