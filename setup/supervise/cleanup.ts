/** Undoes what was begun, last thing first. A step that fails is told and does not keep the others from running. */
export class Cleanup {
  private readonly steps: { name: string; undo: () => Promise<void> }[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly say: (text: string) => void) {}

  add(name: string, undo: () => Promise<void>): void {
    this.steps.push({ name, undo });
  }

  /** The second call waits for the first. */
  run(): Promise<void> {
    this.running ??= this.runAll();
    return this.running;
  }

  private async runAll() {
    for (let step = this.steps.pop(); step !== undefined; step = this.steps.pop()) {
      try {
        await step.undo();
      } catch (error) {
        this.say(
          `${step.name} could not be undone: ${error instanceof Error ? error.message : String(error)}`,
        );
      }
    }
  }
}
