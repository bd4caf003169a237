import type { Reporter, TestCase, TestModule } from 'vitest/node'

/** Ends the run with one line that counts the steps of the story. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const steps: TestCase[] = modules.flatMap((module) => [...module.children.allTests()])
    const count = (state: string) => steps.filter((step) => step.result().state === state).length
    const broken = modules.filter((module) => module.errors().length > 0).length
    process.stdout.write(`end-to-end: ${count('passed')} passed, ${steps.length - count('passed') + broken} failed\n`)
  }
}
