import { projectConfig } from '../../tools/jest/project-config.mjs';

export default projectConfig(import.meta.url);
