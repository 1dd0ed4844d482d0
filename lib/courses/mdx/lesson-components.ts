import { Answer, Blank } from './blank';
import { Callout } from './callout';
import { Check, Option } from './check';
import { Comparison } from './comparison';
import { Config, ConfigTabs } from './config-tabs';
import { Estimate, Miss } from './estimate';
import { Figure } from './figure';
import { Heading2, Heading3 } from './heading';
import { LabButton } from './lab-button';
import { FollowUp, Level, ModelAnswer } from './model-answer';
import { LessonLink } from './lesson-link';
import { Num } from './num';
import { Order, Step } from './order';
import { Server } from './server-name';
import { Table } from './table';
import { Takeaways } from './takeaways';
import { Term } from './term';

/** What lessons may use without importing it. */
export const lessonComponents = {
  a: LessonLink,
  h2: Heading2,
  h3: Heading3,
  table: Table,
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
