export function singleFlight<T>(load: (key: string) => Promise<T>) {
  const underWay = new Map<string, Promise<T>>();
  return (key: string): Promise<T> => {
    const present = underWay.get(key);
    if (present) return present;
    const flight = load(key).finally(() => underWay.delete(key));
    underWay.set(key, flight);
    return flight;
  };
}
