import { Answer, Blank } from '@/lib/courses/mdx/blank';
import { Callout } from '@/lib/courses/mdx/callout';
import { Check, Option } from '@/lib/courses/mdx/check';
import { Comparison } from '@/lib/courses/mdx/comparison';
import { Config, ConfigTabs } from '@/lib/courses/mdx/config-tabs';
import { Estimate, Miss } from '@/lib/courses/mdx/estimate';
import { Figure } from '@/lib/courses/mdx/figure';
import { Heading2, Heading3 } from '@/lib/courses/mdx/heading';
import { LabButton } from '@/lib/courses/mdx/lab-button';
import { FollowUp, Level, ModelAnswer } from '@/lib/courses/mdx/model-answer';
import { Num } from '@/lib/courses/mdx/num';
import { Order, Step } from '@/lib/courses/mdx/order';
import { Server } from '@/lib/courses/mdx/server-name';
import { Takeaways } from '@/lib/courses/mdx/takeaways';
import { Term } from '@/lib/courses/mdx/term';

const components = {
  h2: Heading2,
  h3: Heading3,
  Answer,
  Blank,
  Callout,
  Check,
  Comparison,
  Config,
  ConfigTabs,
  Estimate,
  Figure,
  FollowUp,
  LabButton,
  Level,
  Miss,
  ModelAnswer,
  Num,
  Option,
  Order,
  Server,
  Step,
  Takeaways,
  Term,
};

/** What lessons may use without importing it. Next looks for this file by its name. */
export const useMDXComponents = () => components;
