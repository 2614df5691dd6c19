import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { documentName as documentNameSchema } from '@orderline/contract/document.ts';
import { openCliDatabase } from './cli-database.ts';
import { CommandError, runCommandLine } from './command-line.ts';
import { describeDocuments, describeUnanswered } from './knowledge/describe-documents.ts';
import { documentName } from './knowledge/document-name.ts';
import { longestFileBytes } from './knowledge/document-file.ts';
import { writtenWarning } from './knowledge/document-warnings.ts';
import { importDocument, type ImportContext } from './knowledge/import-document.ts';
import { DocumentReader } from './knowledge/reading/document-reader.ts';
import { UnreadableError } from './knowledge/reading/unreadable.ts';
import { removeDocument } from './knowledge/remove-document.ts';
import { seedKnowledge } from './knowledge/seed-knowledge.ts';
import { loadStoreProfile } from './store-profile/load-store-profile.ts';

const usage = `npm run knowledge -- <file>…       imports Markdown (.md), plain text (.txt), PDF or Word (.docx)
npm run knowledge -- --list        the documents, and where their numbers differ from store.yaml
npm run knowledge -- --unanswered  what callers asked and no document answers
npm run knowledge -- --remove <name>

  --name <name>   what the document is called, instead of its file's name; one of that name is replaced
`;

function readCommand() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      remove: { type: 'string' },
      list: { type: 'boolean', default: false },
      unanswered: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  return { ...values, files: positionals };
}

async function main(): Promise<void> {
  const { files, name, remove, list, unanswered, help } = readCommand();
  if (help) {
    tell(usage);
    return;
  }
  if (files.length === 0 && remove === undefined && !list && !unanswered) throw new CommandError(usage);
  if (name !== undefined && files.length !== 1) throw new CommandError('--name goes with one file');
  const profile = await loadStoreProfile(process.env['STORE_PROFILE'] ?? './store.yaml');
  const database = await openCliDatabase();
  const context: ImportContext = {
    database,
    clock: () => new Date(),
    profile: () => profile,
    reader: new DocumentReader(),
  };
  try {
    // The database may be new, and a shipped document may be what is to be removed.
    await seedKnowledge(database);
    if (remove !== undefined) await removeNamed(context, remove);
    for (const file of files) await importFile(context, file, name);
    if (list) await tellDocuments(context);
    if (unanswered) await tellUnanswered(context);
  } finally {
    await database.destroy();
  }
}

/** A file that cannot be read is told, and the others are imported all the same. */
async function importFile(context: ImportContext, path: string, givenName: string | undefined): Promise<void> {
  const name = documentNameSchema.safeParse(givenName ?? documentName(path));
  if (!name.success) {
    fail(`${path}: its name is not one for a document; give it one of a-z, 0-9 and dashes with --name`);
    return;
  }
  try {
    const bytes = await bytesOf(path);
    const isMarkdown = /^\.(md|markdown|mdown)$/i.test(extname(path));
    const { document, is_changed, warnings } = await importDocument(
      context,
      { name: name.data, bytes, isMarkdown },
      { staffId: null },
    );
    const what = is_changed ? `imported as ${document.name}` : `unchanged since it was imported as ${document.name}`;
    tell(`${path}: ${what} ("${document.title}"), ${document.passages} passages`);
    for (const warning of warnings) tell(`  warning: ${writtenWarning(warning)}`);
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error;
    fail(`${path}: ${error.message}`);
  }
}

async function bytesOf(path: string): Promise<Buffer> {
  try {
    const { size } = await stat(path);
    if (size > longestFileBytes) throw new UnreadableError('too_large');
    return await readFile(path);
  } catch (error) {
    if (error instanceof UnreadableError) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    throw new CommandError(`${path}: it cannot be opened (${code})`);
  }
}

async function removeNamed(context: ImportContext, name: string): Promise<void> {
  const isRemoved = await removeDocument(context.database, name, { staffId: null });
  if (!isRemoved) throw new CommandError(`There is no document ${name}: npm run knowledge -- --list shows them`);
  tell(`${name} is removed.`);
}

async function tellDocuments({ database, profile }: ImportContext): Promise<void> {
  const { documents, warnings } = await describeDocuments(database, profile());
  if (documents.length === 0) tell('There are no documents.');
  for (const { name, title, format, origin, passages, imported_at } of documents) {
    tell(`${name}  "${title}"  ${format}, ${origin}, ${passages} passages, ${imported_at.slice(0, 10)}`);
  }
  for (const warning of warnings) tell(`warning: ${writtenWarning(warning)}`);
}

async function tellUnanswered({ database }: ImportContext): Promise<void> {
  const { questions } = await describeUnanswered(database);
  if (questions.length === 0) tell('Every question so far had an answer.');
  for (const { question, times, last_asked_at } of questions) {
    tell(`${String(times).padStart(5)}  ${last_asked_at.slice(0, 10)}  ${question}`);
  }
}

function fail(line: string): void {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}

function tell(line: string): void {
  process.stdout.write(`${line.trimEnd()}\n`);
}

await runCommandLine(main);
