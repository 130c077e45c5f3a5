/**
 * Runs a command to its exit status. What the person asked for and cannot be (an unknown flag, a `RangeError`) is one line and
 * status 2; anything else that is thrown is a mistake of ours, told whole, and status 1.
 */
export async function runMain(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (problem) {
    // `parseArgs` throws a TypeError with a code.
    const isUsage = problem instanceof RangeError || (problem instanceof TypeError && "code" in problem);
    console.error(isUsage ? (problem as Error).message : problem);
    process.exitCode = isUsage ? 2 : 1;
  }
}
