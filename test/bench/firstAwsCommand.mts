/** A process of its own: what the first AWS command costs before AWS answers, printed in milliseconds. */
import { createRequire } from 'node:module';
import { inRepository } from '../../scripts/repository.mts';

const require = createRequire(import.meta.url);
const start = performance.now();
const { connect } = require(inRepository('dist/aws.js'));
const settings = { region: '', productionProfiles: [] };
const connection = await connect({ name: 'bench' }, { settings, log: () => {} });
await connection.caller();
console.log(performance.now() - start);
