/** The room where replies pass through their schema: a field that is not in the shape cannot leave. */
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Endpoint } from '@tap-huan/contract';
import { map, type Observable } from 'rxjs';
import { ENDPOINT } from './serves';

@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const endpoint = Reflect.getMetadata(ENDPOINT, context.getHandler()) as Endpoint | undefined;
    const schema = endpoint?.response;
    if (!schema) return next.handle();
    return next.handle().pipe(map((value: unknown) => schema.parse(value)));
  }
}
