import { z } from 'zod';
import { LabFiles } from './files';
import { ScenarioSlug } from './names';
import { Prediction } from './tasks';

/** Everything about a scenario that a page shows; the checks themselves stay in the lab service. Texts are plain Markdown. */
export const ScenarioBrief = z.object({
  slug: ScenarioSlug,
  number: z.int(),
  title: z.string(),
  summary: z.string(),
  minutes: z.int(),
  lesson: z.string(),
  /** What the learner should be able to do afterwards. */
  goals: z.array(z.string()),
  tasks: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      instruction: z.string(),
      hints: z.array(z.string()),
      prediction: Prediction.nullable(),
    }),
  ),
  start: z.object({ nginx: LabFiles, haproxy: LabFiles }),
  solution: z.object({ nginx: LabFiles, haproxy: LabFiles }),
  /** Ties what was seen to the interview question. */
  debrief: z.object({ question: z.string(), answer: z.string(), points: z.array(z.string()) }),
});
export type ScenarioBrief = z.infer<typeof ScenarioBrief>;

export const ScenarioCatalogue = z.array(ScenarioBrief);
