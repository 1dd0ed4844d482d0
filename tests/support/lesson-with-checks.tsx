import { lessonComponents } from '@/lib/courses/mdx/lesson-components';

const { Answer, Blank, Check, Estimate, Miss, Option, Order, Step } = lessonComponents;

/** One check of every kind, and a block of code. */
export const lessonWithChecks = (
  <main>
    <Check question="Which one?">
      <Option text="First">
        <p>Why not the first.</p>
      </Option>
      <Option text="Second" correct>
        <p>Why the second.</p>
      </Option>
    </Check>
    <Order question="In which order?">
      <Step text="Detect">One must know first.</Step>
      <Step text="Fence">Two writers are worse than none.</Step>
      <Step text="Promote">Now it is safe.</Step>
    </Order>
    <Blank question="R + W ___ N">
      <Answer text=">" accept="greater than" correct>
        <p>They overlap.</p>
      </Answer>
      <Answer text="=">
        <p>They may miss.</p>
      </Answer>
    </Blank>
    <Estimate question="How many?" unit="requests/s" value={3500} within={2}>
      <p>Worked out.</p>
      <Miss value={35}>
        <p>A hundred was forgotten.</p>
      </Miss>
    </Estimate>
    <figure className="code">
      <pre>
        <code>{'events {}\n'}</code>
      </pre>
    </figure>
  </main>
);
