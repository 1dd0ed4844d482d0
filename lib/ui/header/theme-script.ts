export const themeStorageKey = 'theme';

/**
 * Runs before the first paint, so that a chosen theme never flashes. Its text is a constant: proxy.ts allows it by hash.
 * Without a choice, or without storage, the system's preference rules.
 */
export const themeScript = `try{var t=localStorage.getItem('${themeStorageKey}');if(t==='light'||t==='dark')document.documentElement.dataset.theme=t}catch(e){}`;
