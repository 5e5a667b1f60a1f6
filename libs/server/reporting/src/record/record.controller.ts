/** The endpoints of records: officers', units', courses' and programmes'. */
import { Controller, Res } from '@nestjs/common';
import { type InputOf, type OutputOf, recordEndpoints as endpoints } from '@tap-huan/contract';
import {
  type Actor,
  type ActorRequest,
  CurrentActor,
  Input,
  Request,
  sendFile,
  Serves,
} from '@tap-huan/server/platform';
import type { FastifyReply } from 'fastify';
import { RecordService } from './record.service';
import { SubjectRecordReader } from './subject-record.reader';
import { TranscriptReader } from './transcript.reader';

// Where a file is sent, Nest's own `Res` says that the handler sends the reply itself.
@Controller()
export class RecordController {
  constructor(
    private readonly records: RecordService,
    private readonly transcripts: TranscriptReader,
    private readonly subjects: SubjectRecordReader,
  ) {}

  @Serves(endpoints.readTranscript)
  readTranscript(
    @Input() { params }: InputOf<typeof endpoints.readTranscript>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readTranscript>> {
    return this.records.view(actor, params.officerId);
  }

  @Serves(endpoints.readTranscriptPdf)
  async readTranscriptPdf(
    @Input() { params }: InputOf<typeof endpoints.readTranscriptPdf>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.records.pdf(actor, params.officerId));
  }

  @Serves(endpoints.readTranscriptSheet)
  async readTranscriptSheet(
    @Input() { params }: InputOf<typeof endpoints.readTranscriptSheet>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.records.sheet(actor, params.officerId));
  }

  @Serves(endpoints.readUnitRecord)
  readUnitRecord(
    @Input() { params, query }: InputOf<typeof endpoints.readUnitRecord>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readUnitRecord>> {
    return this.records.unit(actor, params.unitId, query.year);
  }

  @Serves(endpoints.readUnitRecordSheet)
  async readUnitRecordSheet(
    @Input() { params, query }: InputOf<typeof endpoints.readUnitRecordSheet>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.records.unitSheet(actor, params.unitId, query.year));
  }

  @Serves(endpoints.listSubjects)
  listSubjects(@CurrentActor() actor: Actor): Promise<OutputOf<typeof endpoints.listSubjects>> {
    return this.subjects.subjects(actor);
  }

  @Serves(endpoints.readSubjectRecord)
  readSubjectRecord(
    @Input() { params, query }: InputOf<typeof endpoints.readSubjectRecord>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readSubjectRecord>> {
    return this.subjects.record(actor, params.subjectId, query.year);
  }

  @Serves(endpoints.listSubjectPersons)
  listSubjectPersons(
    @Input() { params, query }: InputOf<typeof endpoints.listSubjectPersons>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listSubjectPersons>> {
    return this.records.persons(actor, params.subjectId, query);
  }

  @Serves(endpoints.readSubjectRecordSheet)
  async readSubjectRecordSheet(
    @Input() { params, query }: InputOf<typeof endpoints.readSubjectRecordSheet>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.records.subjectSheet(actor, params.subjectId, query.year));
  }

  @Serves(endpoints.readMyTranscript)
  readMyTranscript(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readMyTranscript>> {
    return this.transcripts.own(actor);
  }

  @Serves(endpoints.readMyTranscriptPdf)
  async readMyTranscriptPdf(
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.records.ownPdf(actor));
  }

  @Serves(endpoints.readMyTranscriptSheet)
  async readMyTranscriptSheet(
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.records.ownSheet(actor));
  }
}
