// What lib.sh is to the scripts in shell: counts what was right, says what was not.
let passed = 0;
let failed = 0;

export function check(name, right, seen = '') {
  if (right) {
    ++passed;
  } else {
    ++failed;
    console.error(`FAILED: ${name}${seen === '' ? '' : `; seen: ${seen}`}`);
  }
}

/** Prints the sum and leaves with it. */
export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}
