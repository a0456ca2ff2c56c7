import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { tap, type Observable } from 'rxjs';
import { pageMetaOf, type PageMeta } from './page.js';

/** Answers that {@link paged} made also say where the other pages are, in the header `Link` (RFC 8288). */
@Injectable()
export class PageLinksInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    return next.handle().pipe(
      tap((body: unknown) => {
        const meta = pageMetaOf(body);
        if (!meta) return;
        const links = pageLinks(http.getRequest<FastifyRequest>().url, meta);
        void http.getResponse<FastifyReply>().header('Link', links);
      }),
    );
  }
}

function pageLinks(url: string, { limit, offset, totalRecords }: PageMeta): string {
  const [path = '', query] = url.split('?');
  const link = (relation: string, to: number) => {
    const parameters = new URLSearchParams(query);
    parameters.set('limit', String(limit));
    parameters.set('offset', String(to));
    return `<${path}?${parameters}>; rel="${relation}"`;
  };
  return [
    link('first', 0),
    ...(offset > 0 ? [link('prev', Math.max(0, offset - limit))] : []),
    ...(offset + limit < totalRecords ? [link('next', offset + limit)] : []),
  ].join(', ');
}
