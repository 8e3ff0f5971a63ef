import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/**
 * Writes the names of the AWS SDK's schemas where they are used. `{ [_a]: … }` might run code, so esbuild keeps every
 * schema of a client for it; `{ "Address": … }` goes when nothing needs it. Of client-ec2 that is half a megabyte.
 * Where the SDK writes its schemas in another way, nothing is replaced, and the bundle is merely larger.
 * https://github.com/aws/aws-sdk-js-v3/issues/7607
 */
export const namedKeys: Plugin = {
  name: 'named keys',
  setup({ onLoad }) {
    onLoad(
      { filter: /@aws-sdk[\\/]client-[\w-]+[\\/]dist-es[\\/]schemas[\\/]schemas_\d+\.js$/ },
      ({ path }) => {
        const text = readFileSync(path, 'utf8');
        const names = new Map(
          [...text.matchAll(/^const (_\w+) = ("[^"]*");$/gm)].map(([, variable, name]) => [variable, name]),
        );
        const named = text.replace(/\[(_\w+)\](?=:)/g, (key, variable) => names.get(variable) ?? key);
        return { contents: /[\\/]client-cloudtrail[\\/]/.test(path) ? withoutErrors(named) : named };
      },
    );
  },
};

/**
 * CloudTrail has 86 classes of errors, 35 KB of them, all for other operations than those in use. What is not registered
 * is thrown as the service's base class, with the same name and message.
 */
function withoutErrors(text: string): string {
  return text.replace(/^n0_registry\.registerError\(.*\);$/gm, '');
}
