/** What the rows of a page are sorted by; all of it together is unique among one person's rows. */
export type Key = { sql: string; type: 'uuid' | 'text' | 'int' };

/** A part of the export: one person's rows of one model. All texts are SQL or names of this code, never input. */
export type Section = {
  /** In the file. */
  name: string;
  /** What it is, for the person who reads the file. */
  about: string;
  /** Of prisma/schema.prisma. */
  model: string;
  /** `"Model" r`, with what it is joined to. */
  from: string;
  /** Whose it is: this equals the person's id. */
  owner: string;
  key: readonly Key[];
  columns: readonly string[];
  /** Columns of the model that are not in the file, each with the reason. */
  leftOut: Readonly<Record<string, string>>;
  /** Rows read at once: few where one may be large. */
  pageRows: number;
};

type Told = Pick<Section, 'name' | 'about' | 'model' | 'columns'> &
  Partial<Pick<Section, 'from' | 'leftOut' | 'pageRows'>> & {
    /** Column of the model that holds the person's id. */
    owner?: string;
    /** Columns of the model. */
    key: Readonly<Record<string, Key['type']>>;
  };

/** A section whose rows name their owner themselves. */
export const section = ({
  owner = 'userId',
  key,
  from,
  leftOut = {},
  pageRows = 500,
  ...told
}: Told): Section => ({
  ...told,
  from: from ?? `"${told.model}" r`,
  owner: `r."${owner}"`,
  key: Object.entries(key).map(([column, type]) => ({ sql: `r."${column}"`, type })),
  leftOut: { ...leftOut, ...(owner === 'id' ? {} : { [owner]: 'It is the person whose file this is.' }) },
  pageRows,
});
