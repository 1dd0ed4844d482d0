import { elementsNamed, problemAt, textAttribute } from '../lesson-source';
import type { Rule } from '../world';

/** Whoever does not see a picture reads what it shows. */
export const checkPictures: Rule = (lesson) => [
  ...lesson.images
    .filter(({ alt }) => alt === '')
    .map(({ line }) => problemAt(lesson, line, 'This image has no text alternative: ![what it shows](…).')),
  ...elementsNamed(lesson, 'img')
    .filter((element) => textAttribute(element, 'alt') === '')
    .map(({ line }) => problemAt(lesson, line, 'This image has no text alternative: alt="what it shows".')),
  ...elementsNamed(lesson, 'Figure', 'Comparison')
    .filter((element) => textAttribute(element, 'caption') === '')
    .map(({ name, line }) => problemAt(lesson, line, `This ${name} has no caption.`)),
  ...elementsNamed(lesson, 'Diagram')
    .filter(
      (element) => textAttribute(element, 'title') === '' || textAttribute(element, 'description') === '',
    )
    .map(({ line }) => problemAt(lesson, line, 'This Diagram needs a title and a description.')),
];
