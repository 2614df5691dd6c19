import type { OpenAPIV3 } from 'openapi-types';

type Operation = OpenAPIV3.OperationObject;

/** The page of `/api`: an OpenAPI document as plain HTML, which needs no script and asks no third party. */
export function apiDocument(api: OpenAPIV3.Document): string {
  const tags = api.tags ?? [];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${text(api.info.title)} API</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/api/page.css">
</head>
<body>
<h1>${text(api.info.title)} API</h1>
<p>${marked(api.info.description)} The same for programs: <a href="/api/openapi.json">openapi.json</a>.</p>
<p>What a store implements to keep its orders where they are: <a href="/api/store-openapi.json">store-openapi.json</a>, and
<code>docs/store-api.md</code>.</p>
${tags.map(({ name, description }) => section(name, description, operationsOf(api, name))).join('\n')}
</body>
</html>
`;
}

interface Endpoint {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}

function operationsOf({ paths }: OpenAPIV3.Document, tag: string): Endpoint[] {
  return Object.entries(paths).flatMap(([path, item = {}]) =>
    (['get', 'post', 'put', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      return operation?.tags?.includes(tag) ? [{ method: method.toUpperCase(), path, operation }] : [];
    }),
  );
}

function section(name: string, description: string | undefined, endpoints: readonly Endpoint[]): string {
  if (endpoints.length === 0) return '';
  return `<section><h2>${text(name)}</h2><p>${text(description)}</p>${endpoints.map(article).join('\n')}</section>`;
}

function article({ method, path, operation }: Endpoint): string {
  const keys = (operation.security ?? []).flatMap((requirement) => Object.keys(requirement));
  return `<article>
<h3><span class="method">${method}</span> <code>${text(path)}</code> ${text(operation.summary)}</h3>
${operation.description === undefined ? '' : `<p>${marked(operation.description)}</p>`}
${keys.length === 0 ? '' : `<p>Bearer token: ${keys.map((key) => `<code>${text(key)}</code>`).join(' or ')}</p>`}
${bodies('Request', operation.requestBody)}
<table><tbody>${Object.entries(operation.responses).map(row).join('')}</tbody></table>
${Object.entries(operation.responses)
  .filter(([status]) => status.startsWith('2'))
  .map(([status, response]) => bodies(`Response ${status}`, response))
  .join('')}
</article>`;
}

function row([status, response]: [string, Operation['responses'][string]]): string {
  const description = 'description' in response ? response.description : '';
  return `<tr><th>${text(status)}</th><td>${marked(description)}</td></tr>`;
}

function bodies(title: string, holder: object | undefined): string {
  const content =
    holder !== undefined && 'content' in holder ? (holder.content as OpenAPIV3.RequestBodyObject['content']) : {};
  return Object.entries(content)
    .map(
      ([type, { schema }]) =>
        `<details><summary>${title}, <code>${text(type)}</code></summary><pre>${text(JSON.stringify(schema, null, 2))}</pre></details>`,
    )
    .join('');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const text = (value = '') => value.replace(/[&<>"']/g, (character) => entities[character] ?? character);

/** Backquotes become code. */
const marked = (value?: string) => text(value).replace(/`([^`]+)`/g, '<code>$1</code>');
