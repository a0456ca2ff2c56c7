import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PublicRoute } from '../identity/route-access.decorator.js';
import { PROBLEMS, type ProblemCode } from './catalogue.js';
import { Problem } from './problem.js';

/** The addresses that `type` of a problem points to. */
@ApiExcludeController()
@PublicRoute()
@Controller('problems')
export class ProblemsController {
  @Get(':code')
  explain(@Param('code') code: string) {
    if (!Object.hasOwn(PROBLEMS, code)) throw new Problem('not-found');
    const { status, sv, en, help } = PROBLEMS[code as ProblemCode];
    return { code, status, title: { sv, en }, help };
  }
}
