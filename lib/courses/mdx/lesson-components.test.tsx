import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { listCourses, listLessons } from '../course';
import { componentNames } from './component-names';
import { lessonComponents } from './lesson-components';

const { Answer, Blank, Check, Estimate, Miss, Num, Option, Order, Step, Term } = lessonComponents;

const words = (markup: string) => markup.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
const render = (node: ReactNode) => renderToStaticMarkup(node);

describe('components of lessons', () => {
  it('are the ones that the check of content knows', () => {
    const own = Object.keys(lessonComponents).filter((name) => /^[A-Z]/.test(name));
    expect(own.toSorted()).toEqual([...componentNames]);
  });

  it('refuse a term or number that nobody defines, so that the build fails', () => {
    expect(() => render(<Term name="no-such-term">x</Term>)).toThrow(/no-such-term/);
    expect(() => render(<Num id="no-such-number" />)).toThrow(/no-such-number/);
  });

  it('print a number with its unit and lead to its source', () => {
    const markup = render(<Num id="proxy-rps-core" />);
    expect(markup).toContain('href="/numbers#proxy-rps-core"');
    expect(words(markup)).toMatch(/20,000.requests\/s/);
  });
});

describe('a link in a lesson', () => {
  const { a: Link } = lessonComponents;

  it('leads to where it says', () => {
    expect(render(<Link href="/labs/failover#x">lab</Link>)).toBe('<a href="/labs/failover#x">lab</a>');
  });

  it('to a lesson leads there once it is published', () => {
    for (const lesson of listCourses().flatMap(listLessons)) {
      const markup = render(<Link href={`${lesson.href}#part`}>it</Link>);
      expect(markup.includes('<a ')).toBe(lesson.status === 'published');
    }
  });
});

describe('a table, which may scroll sideways', () => {
  const { table: Table, Comparison } = lessonComponents;
  const rows = (
    <>
      <thead>
        <tr>
          <th />
          <th>
            <code>app1</code> alone
          </th>
          <th>Cost</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th>Row</th>
        </tr>
      </tbody>
    </>
  );

  it('is named by its head', () => {
    expect(render(<Table>{rows}</Table>)).toMatch(/tabindex="0" aria-label="Table: app1 alone, Cost"/);
  });

  it('that compares is named by its caption', () => {
    const markup = render(
      <Comparison caption="Two ways.">
        {'\n'}
        <Table>{rows}</Table>
      </Comparison>,
    );
    const [, id = ''] = /<span id="([^"]+)">Two ways\./.exec(markup) ?? [];
    expect(markup).toContain(`tabindex="0" aria-labelledby="${id}"`);
    expect(markup).not.toContain('aria-label=');
  });
});

describe('a check without JavaScript', () => {
  it('gives every option with its reason, and its question as id', () => {
    const markup = render(
      <Check question="Which one?">
        <Option text="A">Why A</Option>
        <Option text="B" correct>
          Why B
        </Option>
      </Check>,
    );
    expect(markup).toContain('id="which-one"');
    expect(words(markup)).toMatch(/A Not this one\. Why A B Right\. Why B/);
  });

  it('shows steps shuffled, and the right order with the reasons', () => {
    const [task = '', solution = ''] = render(
      <Order question="In which order?">
        <Step text="Detect">Why 1</Step>
        <Step text="Fence">Why 2</Step>
        <Step text="Promote">Why 3</Step>
      </Order>,
    ).split('<details');
    expect(words(task)).not.toMatch(/Detect.*Fence.*Promote/);
    expect(words(solution)).toMatch(/Detect Why 1 Fence Why 2 Promote Why 3/);
  });

  it('gives the missing words and what is close to them, the right one first', () => {
    const markup = render(
      <Blank question="R + W ___ N">
        <Answer text="=">Nearly.</Answer>
        <Answer text="more than" accept="above" correct>
          Overlap.
        </Answer>
      </Blank>,
    );
    expect(words(markup)).toMatch(/more than Right\. Overlap\. = Not this one\. Nearly\./);
  });

  it('gives the worked solution of an estimate, and the usual misses in its unit', () => {
    const markup = render(
      <Estimate question="How many?" unit="requests/s" value={3500} within={2}>
        Worked out.
        <Miss value={35}>Forgot.</Miss>
      </Estimate>,
    );
    expect(words(markup)).toMatch(
      /About 3,500.requests\/s; right within a factor of 2\. Worked out\. If you got about 35.requests\/s Forgot\./,
    );
  });
});
