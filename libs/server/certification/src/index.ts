/** The room of certificates: issue, register, paper, export, verification. */
export { CertificationModule } from './certification.module';
export { type IssuerProfile, IssuerProfiles } from './issue/issuer-profiles.service';
export { renderCertificate } from './paper/certificate-paper';
