import styles from './module-link.module.css';

type Props = { tag: { slug: string; title: string }; href?: string };

/** The module that a question belongs to, as a tag that leads to all questions of it. */
export const ModuleLink = ({ tag, href = `/questions?module=${tag.slug}` }: Props) => (
  <a className={styles.tag} href={href}>
    <span className="visually-hidden">Module: </span>
    {tag.title}
  </a>
);
