import type Docker from 'dockerode';
import { callEngine } from './engine-call';

/** What a runtime needs to know to talk to its engine. */
export type EngineSettings = {
  docker: Docker;
  /** Tag of the image of every container. */
  image: string;
  /** Another OCI runtime, for example gVisor's `runsc`; null is the engine's default. */
  runtime: string | null;
};

const versionDeadlineMs = 5_000;

/** The engine's version, asked once. */
export class EngineVersion {
  #version: Promise<string> | null = null;

  constructor(private readonly docker: Docker) {}

  async get(): Promise<string> {
    this.#version ??= callEngine(
      { name: 'version', deadlineMs: versionDeadlineMs },
      async () => (await this.docker.version()).Version,
    );
    try {
      return await this.#version;
    } catch (error) {
      this.#version = null;
      throw error;
    }
  }

  /** 20 of "20.10.24+dfsg1"; 0 when the engine words it differently. */
  async major(): Promise<number> {
    return Number.parseInt(await this.get(), 10) || 0;
  }
}
