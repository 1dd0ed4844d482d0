import { elementsNamed, problemAt, textAttribute } from '../lesson-source';
import type { Rule } from '../world';

/** Terms, numbers and labs that a lesson names exist. */
export const checkReferences: Rule = (lesson, world) => {
  const kinds = [
    {
      name: 'Term',
      attribute: 'name',
      known: world.terms,
      fault: (id: string) => `No glossary defines the term "${id}".`,
    },
    {
      name: 'Num',
      attribute: 'id',
      known: world.numbers,
      fault: (id: string) => `The table of numbers has no "${id}".`,
    },
    {
      name: 'LabButton',
      attribute: 'scenario',
      known: world.labs,
      fault: (id: string) => `There is no lab "${id}".`,
    },
  ];
  return kinds.flatMap(({ name, attribute, known, fault }) =>
    elementsNamed(lesson, name).flatMap((element) => {
      const id = textAttribute(element, attribute);
      return known.has(id) ? [] : [problemAt(lesson, element.line, fault(id))];
    }),
  );
};
