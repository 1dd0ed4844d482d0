import { Children, isValidElement, useId, type ReactElement, type ReactNode } from 'react';
import styles from './config-tabs.module.css';

const names = { nginx: 'Nginx', haproxy: 'HAProxy' } as const;
type ConfigProps = { balancer: keyof typeof names; children: ReactNode };

/** One balancer's half of `ConfigTabs`. */
export const Config = ({ balancer, children }: ConfigProps) => (
  <div className={`${styles.panel} ${styles[balancer]}`}>
    <p className={styles.printName}>{names[balancer]}</p>
    {children}
  </div>
);

const isConfig = (child: ReactNode): child is ReactElement<ConfigProps> =>
  isValidElement<Partial<ConfigProps>>(child) && child.props.balancer !== undefined;

/** The same thing in two configuration languages. Radio buttons and CSS, so it works without JavaScript and by keyboard. */
export const ConfigTabs = ({ label, children }: { label: string; children: ReactNode }) => {
  const group = useId();
  const configs = Children.toArray(children).filter(isConfig);
  return (
    <fieldset className={styles.tabs}>
      <legend className="visually-hidden">{label}</legend>
      <div className={styles.choices}>
        {configs.map(({ props: { balancer } }, index) => (
          <label key={balancer} className={styles.choice}>
            <input type="radio" name={group} value={balancer} defaultChecked={index === 0} />
            <span>{names[balancer]}</span>
          </label>
        ))}
      </div>
      {configs}
    </fieldset>
  );
};
