const headerBytes = 8;
const stdoutType = 1;
const newline = 0x0a;
const initialBytes = 4096;

export type LineLimits = {
  /** A longer line is dropped. */
  maxLineBytes: number;
  /** Lines beyond these in one read are dropped: a flood must not stall the service. */
  maxLinesPerRead: number;
};

/**
 * Takes Docker's multiplexed stream (8 bytes of header: type, three zeros, length) apart and gives the lines of stdout.
 * Its memory is bounded by one line.
 */
export class StdoutLines {
  #header = Buffer.alloc(headerBytes);
  #headerLength = 0;
  #payloadLeft = 0;
  #isStdout = false;
  #line = Buffer.alloc(initialBytes);
  #length = 0;
  #isTooLong = false;
  #linesInRead = 0;

  constructor(
    private readonly limits: LineLimits,
    private readonly onLine: (line: string) => void,
    private readonly onDropped: () => void,
  ) {}

  /** Returns how many lines were in the chunk, dropped ones included. */
  push(chunk: Buffer): number {
    this.#linesInRead = 0;
    let at = 0;
    while (at < chunk.length) {
      if (this.#payloadLeft === 0) {
        at += this.#readHeader(chunk.subarray(at));
        continue;
      }
      const payload = chunk.subarray(at, at + this.#payloadLeft);
      at += payload.length;
      this.#payloadLeft -= payload.length;
      if (this.#isStdout) this.#readPayload(payload);
    }
    return this.#linesInRead;
  }

  #readHeader(rest: Buffer): number {
    const taken = rest.copy(this.#header, this.#headerLength, 0, headerBytes - this.#headerLength);
    this.#headerLength += taken;
    if (this.#headerLength === headerBytes) {
      this.#headerLength = 0;
      this.#isStdout = this.#header.readUInt8(0) === stdoutType;
      this.#payloadLeft = this.#header.readUInt32BE(4);
    }
    return taken;
  }

  #readPayload(payload: Buffer): void {
    let from = 0;
    for (let end = payload.indexOf(newline); end !== -1; end = payload.indexOf(newline, from)) {
      this.#append(payload.subarray(from, end));
      this.#finishLine();
      from = end + 1;
    }
    this.#append(payload.subarray(from));
  }

  #append(part: Buffer): void {
    if (part.length === 0 || this.#isTooLong) return;
    const length = this.#length + part.length;
    if (length > this.limits.maxLineBytes) {
      this.#isTooLong = true;
      return;
    }
    if (length > this.#line.length) {
      const grown = Buffer.alloc(Math.max(length, 2 * this.#line.length));
      this.#line.copy(grown, 0, 0, this.#length);
      this.#line = grown;
    }
    part.copy(this.#line, this.#length);
    this.#length = length;
  }

  #finishLine(): void {
    this.#linesInRead++;
    const isDropped = this.#isTooLong || this.#linesInRead > this.limits.maxLinesPerRead;
    const line = isDropped ? '' : this.#line.toString('utf8', 0, this.#length);
    this.#length = 0;
    this.#isTooLong = false;
    if (isDropped) this.onDropped();
    else if (line !== '') this.onLine(line);
  }
}
