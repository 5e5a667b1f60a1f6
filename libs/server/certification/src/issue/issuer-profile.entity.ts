/** The room of what an issuing body prints besides its name. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity({ schema: 'certification', name: 'issuer_profile' })
export class IssuerProfileEntity {
  @PrimaryColumn('uuid', { name: 'unit_id' })
  unitId: string;
  @Column('text', { name: 'parent_body' })
  parentBody: string;
  @Column('text')
  place: string;
  /** E.g. "KT. GIÁM ĐỐC"; empty where the head signs. */
  @Column('text', { name: 'sign_capacity' })
  signCapacity: string;
  @Column('text', { name: 'signer_title' })
  signerTitle: string;
  @Column('text', { name: 'signer_name' })
  signerName: string;
}
