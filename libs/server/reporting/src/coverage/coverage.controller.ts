/** The endpoints of the coverage matrix. */
import { Controller, Res } from '@nestjs/common';
import { coverageEndpoints as endpoints, type InputOf, type OutputOf } from '@tap-huan/contract';
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
import { CoverageBooksService } from './coverage-books.service';
import { MatrixReader } from './matrix.reader';
import { PeopleReader } from './people.reader';

@Controller()
export class CoverageController {
  constructor(
    private readonly matrices: MatrixReader,
    private readonly persons: PeopleReader,
    private readonly books: CoverageBooksService,
  ) {}

  @Serves(endpoints.readCoverageMatrix)
  readCoverageMatrix(
    @Input() { query }: InputOf<typeof endpoints.readCoverageMatrix>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.readCoverageMatrix>> {
    return this.matrices.matrix(actor, query);
  }

  @Serves(endpoints.listCoverageSubjects)
  listCoverageSubjects(
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listCoverageSubjects>> {
    return this.matrices.subjects(actor);
  }

  @Serves(endpoints.listCoveragePeople)
  async listCoveragePeople(
    @Input() { query }: InputOf<typeof endpoints.listCoveragePeople>,
    @CurrentActor() actor: Actor,
  ): Promise<OutputOf<typeof endpoints.listCoveragePeople>> {
    const page = { at: query.page - 1, size: query.pageSize };
    const { found, ...rest } = await this.persons.people(actor, query, page);
    return { items: found, ...rest };
  }

  @Serves(endpoints.readCoverageBook)
  async readCoverageBook(
    @Input() { query }: InputOf<typeof endpoints.readCoverageBook>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.books.matrix(actor, query));
  }

  @Serves(endpoints.readCoveragePeopleBook)
  async readCoveragePeopleBook(
    @Input() { query }: InputOf<typeof endpoints.readCoveragePeopleBook>,
    @CurrentActor() actor: Actor,
    @Request() request: ActorRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    sendFile(request, reply, await this.books.people(actor, query));
  }
}
