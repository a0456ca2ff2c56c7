import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc');

/** What is alive after a collection, not what the engine has not yet given back: that says whether memory grows. */
export function liveBytes() {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

export function watchMemory() {
  let highest = 0;
  const look = () => (highest = Math.max(highest, liveBytes()));
  const timer = setInterval(look, 2_000);
  return {
    stop() {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}
