/** Starts the offline pack once the page and all its files are there; without it everything works, online. */
export const registerWorker = () => {
  if (process.env.NODE_ENV === 'development') return;
  const register = () => {
    navigator.serviceWorker?.register('/sw.js').catch(() => undefined);
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
};
