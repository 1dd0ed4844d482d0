import { Callout } from '@/lib/courses/mdx/callout';
import { Check, Option } from '@/lib/courses/mdx/check';
import { Comparison } from '@/lib/courses/mdx/comparison';
import { Config, ConfigTabs } from '@/lib/courses/mdx/config-tabs';
import { Figure } from '@/lib/courses/mdx/figure';
import { Heading2, Heading3 } from '@/lib/courses/mdx/heading';
import { LabButton } from '@/lib/courses/mdx/lab-button';
import { Level, ModelAnswer } from '@/lib/courses/mdx/model-answer';
import { Server } from '@/lib/courses/mdx/server-name';
import { Takeaways } from '@/lib/courses/mdx/takeaways';

const components = {
  h2: Heading2,
  h3: Heading3,
  Callout,
  Check,
  Comparison,
  Config,
  ConfigTabs,
  Figure,
  LabButton,
  Level,
  ModelAnswer,
  Option,
  Server,
  Takeaways,
};

/** What lessons may use without importing it. Next looks for this file by its name. */
export const useMDXComponents = () => components;
