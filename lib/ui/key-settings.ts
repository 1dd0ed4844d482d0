import { readLocal, writeLocal } from './local-text';

const key = 'mastery.single-keys';

/** Shortcuts of one letter can be switched off (WCAG 2.1.4): speech input would set them off. */
export const hasSingleKeys = () => readLocal(key) !== 'off';

export const setSingleKeys = (isOn: boolean) => writeLocal(key, isOn ? null : 'off');
