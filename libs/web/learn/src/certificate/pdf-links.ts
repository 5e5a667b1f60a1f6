/** The room of the addresses of own certificates' PDFs. */
import { inject } from '@angular/core';
import { routes } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';

/** For a page: certificate id -> address of its PDF. */
export function pdfLinks(): (certificateId: string) => string {
  const api = inject(Api);
  return (certificateId) => api.fileUrl(routes.readMyCertificatePdf, { params: { certificateId } });
}
