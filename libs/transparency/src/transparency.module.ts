import { Module } from '@nestjs/common';
import { EvidenceController } from './http/evidence.controller.js';
import { EvidenceReader } from './log/evidence-reader.js';

/** The transparency log over HTTP. */
@Module({ controllers: [EvidenceController], providers: [EvidenceReader], exports: [EvidenceReader] })
export class TransparencyModule {}
