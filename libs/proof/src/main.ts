// node libs/proof/src/main.ts PACKAGE: verifies on a machine that has nothing else of ours.
import { auditVerify, Misuse } from './verify-command.ts';

try {
  process.exitCode = auditVerify(process.argv.slice(2), (line) => console.log(line)) ? 0 : 1;
} catch (error) {
  const known = error instanceof Misuse || (error instanceof Error && 'code' in error);
  if (!known) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
