export { DemoClock as ReplayClock } from '@liggare/kernel';
