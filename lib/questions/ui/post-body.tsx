import styles from './post-body.module.css';

/** A post. `html` comes from `renderMarkdown` and from nowhere else: it is safe there or nowhere. */
export const PostBody = ({ html }: { html: string }) => (
  <div className={`prose ${styles.post}`} dangerouslySetInnerHTML={{ __html: html }} />
);
