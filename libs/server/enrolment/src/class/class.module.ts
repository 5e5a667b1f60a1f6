/** The room where the parts of classes are put together. */
import { Module } from '@nestjs/common';
import { ClassController } from './class.controller';
import { ClassReader } from './class.reader';
import { ClassService } from './class.service';

@Module({
  controllers: [ClassController],
  providers: [ClassReader, ClassService],
  exports: [ClassService],
})
export class ClassModule {}
