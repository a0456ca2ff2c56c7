import { Controller, Get, Headers, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PublicRoute } from '../identity/route-access.decorator.js';
import { PROBLEMS, type ProblemCode } from './catalogue.js';
import { problemPage } from './problem-page.js';
import { Problem } from './problem.js';

/** The addresses that `type` of a problem points to: a page for people, JSON for programs. */
@ApiExcludeController()
@PublicRoute()
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  explain(
    @Param('code') code: string,
    @Headers('accept') accepted: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (!isProblemCode(code)) throw new Problem('not-found');
    if (accepted?.includes('text/html')) {
      void reply.type('text/html; charset=utf-8');
      return problemPage(code);
    }
    const { status, sv, en, help } = PROBLEMS[code];
    return { code, status, title: { sv, en }, help };
  }
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}
