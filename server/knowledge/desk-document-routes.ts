import { documentName, documentResponse, documentsResponse, unansweredResponse } from '@orderline/contract/document.ts';
import type { ProblemCode } from '@orderline/contract/problem.ts';
import * as z from 'zod/mini';
import type { AppContext } from '../app-context.ts';
import type { FastifyZod } from '../http/fastify-zod.ts';
import { noContent } from '../http/openapi.ts';
import { problem } from '../http/problem-response.ts';
import { limitedTo } from '../http/rate-limit.ts';
import { requireStaff } from '../staff/require-staff.ts';
import { describeDocuments, describeUnanswered } from './describe-documents.ts';
import { longestFileBytes } from './document-file.ts';
import { importDocument } from './import-document.ts';
import { mediaTypes } from './reading/document-format.ts';
import { DocumentReader } from './reading/document-reader.ts';
import { UnreadableError, type UnreadableReason } from './reading/unreadable.ts';
import { removeDocument } from './remove-document.ts';

/** Each is read in a thread of its own, one after the other. */
const importsPerMinute = 20;

const inAddress = z.object({ name: documentName });
const session = [{ deskSession: [] }];

/** The store's documents, at the desk. */
export function deskDocumentRoutes(app: FastifyZod, context: AppContext): void {
  app.get(
    '/api/desk/documents',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'The documents that questions are answered from',
        description: 'With a warning for each number in them that is not the one of the store profile.',
        tags: ['desk'],
        security: session,
        response: { 200: documentsResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    () => describeDocuments(context.database, context.profile()),
  );

  app.get(
    '/api/desk/documents/unanswered',
    {
      onRequest: requireStaff(context),
      schema: {
        summary: 'Questions that no document answers, those asked most often first',
        tags: ['desk'],
        security: session,
        response: { 200: unansweredResponse },
        problems: ['unauthorized', 'forbidden_origin'],
      },
    },
    () => describeUnanswered(context.database),
  );

  app.delete(
    '/api/desk/documents/:name',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      schema: {
        summary: 'Remove a document',
        tags: ['desk'],
        security: session,
        params: inAddress,
        response: { 204: noContent },
        problems: ['unauthorized', 'csrf_token_needed', 'forbidden', 'forbidden_origin', 'not_found'],
      },
    },
    async (request, reply) => {
      const staffId = request.staff.id;
      if (!(await removeDocument(context.database, request.params.name, { staffId }))) {
        throw problem('not_found', { detail: 'There is no document of that name' });
      }
      return reply.code(204).send(null);
    },
  );

  void app.register((scope, _options, done) => {
    documentUpload(scope, context);
    done();
  });
}

/** In a scope of its own: here the body is the file itself. */
function documentUpload(scope: FastifyZod, context: AppContext): void {
  const importing = { ...context, reader: new DocumentReader() };
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser([...fileTypes], { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
  scope.addContentTypeParser('*', (_request, _body, parsed) =>
    parsed(
      problem('unsupported_media_type', { detail: `Send the file itself, as ${Object.values(mediaTypes).join(', ')}` }),
    ),
  );

  scope.put(
    '/api/desk/documents/:name',
    {
      onRequest: requireStaff(context, { role: 'staff' }),
      bodyLimit: longestFileBytes,
      ...limitedTo(importsPerMinute),
      schema: {
        summary: 'Import a document, or put it in the place of the one of its name',
        description:
          'The body is the file: Markdown, plain text, PDF or Word (.docx), 5 MB at most. What it is, its bytes tell; ' +
          'Markdown and plain text are told apart by the media type. Searches find the former one until this answers.',
        tags: ['desk'],
        security: session,
        consumes: [...fileTypes],
        params: inAddress,
        body: z.unknown(),
        response: { 200: documentResponse },
        problems: ['unauthorized', 'csrf_token_needed', 'forbidden', 'forbidden_origin', 'unreadable_document'],
      },
    },
    async (request) => {
      if (!Buffer.isBuffer(request.body)) throw problem('malformed', { detail: 'The body is empty: send the file' });
      const isMarkdown = /markdown/i.test(request.headers['content-type'] ?? '');
      const file = { name: request.params.name, bytes: request.body, isMarkdown };
      try {
        return await importDocument(importing, file, { staffId: request.staff.id });
      } catch (error) {
        throw error instanceof UnreadableError ? problem(codes[error.reason], { detail: error.message }) : error;
      }
    },
  );
}

const fileTypes = [...Object.values(mediaTypes), 'text/x-markdown', 'application/octet-stream'];

const codes: Readonly<Record<UnreadableReason, ProblemCode>> = {
  unsupported: 'unsupported_media_type',
  old_word: 'unsupported_media_type',
  too_large: 'too_large',
  too_complex: 'unreadable_document',
  encrypted: 'unreadable_document',
  scanned: 'unreadable_document',
  broken: 'unreadable_document',
  empty: 'unreadable_document',
};
