type Kind = abstract new (...words: never[]) => Error;

/**
 * Runs a command to its exit status. What was asked for and cannot be (an unknown flag, a `RangeError`, one of the `expected` kinds)
 * is one line and status 2; anything else that is thrown is a mistake of ours, told whole, and status 1.
 */
export async function runMain(main: () => Promise<number>, ...expected: Kind[]): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (problem) {
    // `parseArgs` throws a TypeError with a code.
    const isUsage = problem instanceof RangeError || (problem instanceof TypeError && "code" in problem);
    const isExpected = isUsage || expected.some((kind) => problem instanceof kind);
    console.error(isExpected ? (problem as Error).message : problem);
    process.exitCode = isExpected ? 2 : 1;
  }
}
