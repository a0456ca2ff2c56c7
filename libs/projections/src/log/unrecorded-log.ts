/** The log of what was built before anybody kept which log it was; and of tests that have one log only. */
export const UNRECORDED_LOG = 'unrecorded';
