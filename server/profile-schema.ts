import { writeFile } from 'node:fs/promises';
import { storeSchema } from './store-profile/store-schema.ts';

/** `npm run profile-schema`: writes the JSON Schema of `store.yaml` for editors. */
await writeFile(new URL('../store.schema.json', import.meta.url), storeSchema());
