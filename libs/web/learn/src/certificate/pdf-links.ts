/** The room of the addresses of own certificates' PDFs. */
import { inject } from '@angular/core';
import { certificationEndpoints } from '@tap-huan/contract';
import { Api } from '@tap-huan/web/api';

/** For a page: certificate id -> address of its PDF. */
export function pdfLinks(): (certificateId: string) => string {
  const api = inject(Api);
  return (certificateId) =>
    api.fileUrl(certificationEndpoints.readMyCertificatePdf, { params: { certificateId } });
}
