/** The room where the banks of the assessment domain are put together: categories, questions, stimuli, and files of them. */
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BankController } from './bank/bank.controller';
import { Bank, BankShare, Category } from './bank/bank.entity';
import { BankReader } from './bank/bank.reader';
import { BankService } from './bank/bank.service';
import { CategoryService } from './bank/category.service';
import { QuestionExport } from './question-files/question-export.service';
import { QuestionFilesController } from './question-files/question-files.controller';
import { QuestionFiles } from './question-files/question-files.service';
import { QuestionBulkService } from './question/question-bulk.service';
import { QuestionController } from './question/question.controller';
import { Question, QuestionVersion } from './question/question.entity';
import { QuestionHistoryReader } from './question/question-history.reader';
import { QuestionReader } from './question/question.reader';
import { QuestionService } from './question/question.service';
import { ReadyQuestions } from './question/ready-questions.reader';
import { StimulusController } from './stimulus/stimulus.controller';
import { Stimulus, StimulusVersion } from './stimulus/stimulus.entity';
import { StimulusReader } from './stimulus/stimulus.reader';
import { StimulusService } from './stimulus/stimulus.service';

@Module({
  imports: [
    TypeOrmModule.forFeature([
      Bank,
      BankShare,
      Category,
      Question,
      QuestionVersion,
      Stimulus,
      StimulusVersion,
    ]),
  ],
  controllers: [BankController, QuestionController, QuestionFilesController, StimulusController],
  providers: [
    BankReader,
    BankService,
    CategoryService,
    QuestionReader,
    QuestionHistoryReader,
    QuestionService,
    QuestionBulkService,
    QuestionFiles,
    QuestionExport,
    ReadyQuestions,
    StimulusReader,
    StimulusService,
  ],
  exports: [QuestionService, ReadyQuestions, StimulusReader, StimulusService],
})
export class QuestionBankModule {}
