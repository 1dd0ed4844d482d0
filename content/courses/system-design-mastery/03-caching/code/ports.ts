export type Store = {
  read(key: string): Promise<string>;
  write(key: string, value: string): Promise<void>;
};

export type Cache = {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  delete(key: string): void;
};
