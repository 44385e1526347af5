import Sequencer from '@jest/test-sequencer';

/** Suites that take minutes; begun last they would leave the other workers idle. */
const longest = ['test/simulation/', 'test/browser/', 'test/contract/service/', 'test/contract/demo/'];

/** A fresh clone has no times of an earlier run to sort by, and sorts by the size of files. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const isLong = ({ path }) => longest.some((folder) => path.includes(folder));
    return super.sort(tests).sort((a, b) => Number(isLong(b)) - Number(isLong(a)));
  }
}
