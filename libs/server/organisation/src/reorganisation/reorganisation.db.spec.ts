/** Reorganisations on a real PostgreSQL: carried out whole, looked at before, taken back, on their day. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PlannedUnit, PlanStep, ReorganisationInput } from '@tap-huan/contract';
import { type Actor, Failure } from '@tap-huan/server/platform';
import { testModule, type TestModule } from '@tap-huan/server/platform/testing';
import { OrganisationModule } from '../organisation.module';
import { type SampleProvince, Sampler } from '../sample-province';
import { UnitHistories } from '../unit/unit-history.reader';
import { UnitService } from '../unit/unit.service';
import { DueReorganisations } from './due-reorganisations';
import { ReorganisationService } from './reorganisation.service';
import { Reorganisations } from './reorganisations.reader';

const DAY = '2026-11-23';
const at9 = (day: string) => new Date(`${day}T02:00:00Z`);

describe('a reorganisation', () => {
  let test: TestModule;
  let sample: Sampler;
  let at: SampleProvince;
  let hr: Actor;
  let ward: PlannedUnit;

  beforeAll(async () => {
    test = await testModule(OrganisationModule);
    sample = new Sampler(test);
  });
  afterAll(() => test.close());
  beforeEach(async () => {
    test.clock.set(at9(DAY));
    at = await sample.province();
    hr = await sample.actor('hr', at.province);
    const id = randomUUID();
    ward = { id, code: id, name: 'Phường Mới', kind: 'commune', parentId: at.province };
  });

  const service = () => test.get(ReorganisationService);
  const planOf = (steps: PlanStep[], units: PlannedUnit[] = [ward]): ReorganisationInput => ({
    title: 'Sắp xếp đơn vị',
    effectiveOn: DAY,
    legalBasis: 'Nghị quyết 1',
    plan: { units, steps },
  });
  const merged = () =>
    planOf([
      { kind: 'merge', unitId: at.communeA, intoId: ward.id },
      { kind: 'merge', unitId: at.communeB, intoId: ward.id },
    ]);
  const order = async (input: ReorganisationInput, actor: Actor = hr) => {
    const id = await service().create(actor, input);
    return { id, state: await service().order(actor, id, 1) };
  };
  const unitOf = async (officerId: string) =>
    (
      await test.sql.one<{ id: string }>(
        `select unit_id as id from organisation.position where officer_id = $1 and valid_to is null`,
        [officerId],
      )
    ).id;
  /** Everything that a reorganisation may touch. */
  const all = () =>
    test.sql.rows(`
      select 'unit' as what, to_jsonb(u) as row from organisation.unit u
      union all select 'version', to_jsonb(v) from organisation.unit_version v
      union all select 'position', to_jsonb(p) from organisation.position p
      union all select 'grant', to_jsonb(g) from identity.access_grant g
      union all select 'lineage', to_jsonb(l) from organisation.unit_lineage l
      order by 1, 2`);
  const seen = async (actor: Actor) =>
    (await test.get(UnitHistories).tree(actor, DAY)).map(({ id }) => id);

  it('merges: officers, scopes and units below go along, the old ones end', async () => {
    const accountId = await sample.account('Nguyễn Văn An', [
      { role: 'learner', unitId: at.communeA },
    ]);
    const officer = await sample.officer(at.communeA, 'Nguyễn Văn An', { accountId });
    const hrOfA = await sample.actor('hr', at.communeA);
    await order(merged());
    expect(await unitOf(officer)).toBe(ward.id);
    const grants = await test.sql.rows(
      `select role, unit_id from identity.access_grant where account_id = any($1::uuid[]) order by role`,
      [[accountId, hrOfA.accountId]],
    );
    expect(grants).toEqual([
      { role: 'hr', unit_id: ward.id },
      { role: 'learner', unit_id: ward.id },
    ]);
    const hrNow = { ...hrOfA, grants: [{ role: 'hr' as const, unitId: ward.id }] };
    expect(await seen(hrNow)).toEqual([ward.id, at.serviceCentreA, at.branchA]);
    // What the old unit owned lies in the scope of the new one.
    expect(
      await test.sql.one(`select organisation.in_scope($1, $2::uuid[]) as yes`, [
        at.communeA,
        [ward.id],
      ]),
    ).toEqual({ yes: true });
    const states = await test.sql.rows(
      `select valid_from::text as "from", valid_to::text as "to", reorganisation_id is null as own
       from organisation.unit_version where unit_id = any($1::uuid[]) order by valid_from`,
      [[at.branchA, at.communeB]],
    );
    expect(states).toEqual([
      { from: '2025-07-01', to: DAY, own: true },
      { from: '2025-07-01', to: DAY, own: true },
      { from: DAY, to: null, own: false },
    ]);
  });

  it('keeps where somebody worked before', async () => {
    const officer = await sample.officer(at.communeA, 'Nguyễn Văn An');
    await order(merged());
    expect(
      await test.sql.rows(
        `select unit_id, valid_from::text as "from", valid_to::text as "to", job_position as job
         from organisation.position where officer_id = $1 order by valid_from`,
        [officer],
      ),
    ).toEqual([
      { unit_id: at.communeA, from: '2025-07-01', to: DAY, job: 'Chuyên viên' },
      { unit_id: ward.id, from: DAY, to: null, job: 'Chuyên viên' },
    ]);
  });

  it('splits: chosen officers go to their part, all others to the main one', async () => {
    const [one, two] = [
      await sample.officer(at.communeA, 'Nguyễn Văn An'),
      await sample.officer(at.communeA, 'Lê Thị Bình'),
    ];
    const hrOfA = await sample.actor('hr', at.communeA);
    await order(
      planOf([
        {
          kind: 'split',
          unitId: at.communeA,
          parts: [
            { unitId: ward.id, officerIds: [two] },
            { unitId: at.communeB, officerIds: [] },
          ],
          mainId: at.communeB,
        },
      ]),
    );
    expect([await unitOf(one), await unitOf(two)]).toEqual([at.communeB, ward.id]);
    const parts = await test.sql.rows<{ id: string }>(
      `select unit_id as id from identity.access_grant where account_id = $1`,
      [hrOfA.accountId],
    );
    expect(parts.map(({ id }) => id).sort()).toEqual([ward.id, at.communeB].sort());
    const history = await test.get(UnitHistories).of(hr, at.communeA);
    expect(history.successor?.id).toBe(at.communeB);
    expect(history.lineage.map(({ kind, toName, isMain }) => [kind, toName, isMain])).toEqual([
      ['split', 'Xã Đức Hòa', true],
      ['split', 'Phường Mới', false],
    ]);
  });

  it('tells beforehand what it will do, and does nothing yet', async () => {
    await sample.officer(at.communeA, 'Nguyễn Văn An');
    const before = await all();
    const preview = await service().preview(hr, merged());
    expect(await all()).toEqual(before);
    expect(preview).toMatchObject({
      problems: [],
      figures: { begin: 1, end: 2, follow: 1, officers: 1, enrolments: 0 },
      officers: [{ fromName: 'Xã An Bình', toName: 'Phường Mới', officers: 1 }],
    });
    await order(merged());
    const [row] = await test.get(Reorganisations).list(hr);
    expect(row).toMatchObject({ state: 'applied', figures: preview.figures, canUndo: true });
  });

  it('is taken back to the last row while its day lasts', async () => {
    await sample.officer(at.communeA, 'Nguyễn Văn An');
    await sample.actor('hr', at.communeA);
    const before = await all();
    const { id } = await order(merged());
    expect(await all()).not.toEqual(before);
    await service().undo(hr, id);
    expect(await all()).toEqual(before);
    await expect(service().undo(hr, id)).rejects.toEqual(new Failure('reorganisation_not_open'));
  });

  it('is not taken back once its day is over, or something stands upon it', async () => {
    const { id } = await order(merged());
    await sample.officer(ward.id, 'Lê Thị Bình');
    await expect(service().undo(hr, id)).rejects.toEqual(new Failure('reorganisation_built_upon'));
    test.clock.set(at9('2026-11-24'));
    await expect(service().undo(hr, id)).rejects.toEqual(new Failure('reorganisation_not_open'));
  });

  it('waits for its day, and is withdrawn until then', async () => {
    const future = { ...merged(), effectiveOn: '2026-12-01' };
    const before = await all();
    const first = await order(future);
    expect(first.state).toBe('scheduled');
    expect(await test.get(DueReorganisations).run()).toBe(0);
    await service().undo(hr, first.id);
    const second = await order(future);
    expect(await all()).toEqual(before);
    test.clock.set(at9('2026-12-01'));
    expect(await test.get(DueReorganisations).run()).toBe(1);
    expect(await test.get(DueReorganisations).run()).toBe(0);
    expect((await test.get(Reorganisations).read(hr, second.id)).state).toBe('applied');
    expect((await test.get(UnitHistories).tree(hr, '2026-11-30')).map(({ id }) => id)).toContain(
      at.communeA,
    );
  });

  it('says why it could not be carried out on its day', async () => {
    const { id } = await order({ ...merged(), effectiveOn: '2026-12-01' });
    const administrator = await sample.actor('administrator', at.province);
    await test.get(UnitService).close(administrator, at.communeB);
    test.clock.set(at9('2026-12-01'));
    expect(await test.get(DueReorganisations).run()).toBe(0);
    expect(await test.get(Reorganisations).read(hr, id)).toMatchObject({
      state: 'scheduled',
      failure: 'reorganisation_impossible',
    });
  });

  it('leads a unit under another name, kind and place', async () => {
    await order(
      planOf(
        [
          { kind: 'rename', unitId: at.communeA, name: 'Phường An Bình', code: `P-${ward.code}` },
          { kind: 'move', unitId: at.branchA, parentId: at.communeB },
          { kind: 'change_of_kind', unitId: at.branchA, unitKind: 'division' },
        ],
        [],
      ),
    );
    const history = await test.get(UnitHistories).of(hr, at.branchA);
    expect(history.versions.at(-1)).toMatchObject({
      kind: 'division',
      parentName: 'Xã Đức Hòa',
      validFrom: DAY,
      reorganisationTitle: 'Sắp xếp đơn vị',
    });
    expect(history.lineage.map(({ kind }) => kind).sort()).toEqual(['change_of_kind', 'move']);
  });

  it.each<[string, (at: SampleProvince, ward: PlannedUnit) => PlanStep[]]>([
    ['nothing_to_do', () => []],
    ['nobody_takes_over', (p) => [{ kind: 'dissolve', unitId: p.communeA, intoId: null }]],
    [
      'successor_ends',
      (p) => [
        { kind: 'merge', unitId: p.communeA, intoId: p.communeB },
        { kind: 'merge', unitId: p.communeB, intoId: p.communeA },
      ],
    ],
    ['contains_itself', (p) => [{ kind: 'move', unitId: p.communeA, parentId: p.branchA }]],
    [
      'kind_not_in_force',
      (p) => [{ kind: 'change_of_kind', unitId: p.communeA, unitKind: 'district' }],
    ],
  ])('is refused with %s', async (code, steps) => {
    const input = planOf(steps(at, ward), []);
    const before = await all();
    const { problems } = await service().preview(hr, input);
    expect(problems.map((problem) => problem.code)).toContain(code);
    await expect(order(input)).rejects.toBeInstanceOf(Failure);
    expect(await all()).toEqual(before);
  });

  it('is only for those who hold every unit of it', async () => {
    const hrOfA = await sample.actor('hr', at.communeA);
    await expect(service().preview(hrOfA, merged())).rejects.toEqual(new Failure('not_found'));
    await expect(service().create(hrOfA, merged())).rejects.toEqual(new Failure('not_found'));
    const { id } = await order(merged());
    await expect(service().undo(hrOfA, id)).rejects.toEqual(new Failure('not_found'));
    expect(await test.get(Reorganisations).list(hrOfA)).toEqual([]);
    await expect(test.get(Reorganisations).read(hrOfA, id)).rejects.toEqual(
      new Failure('not_found'),
    );
    await expect(test.get(UnitHistories).of(hrOfA, at.communeB)).rejects.toEqual(
      new Failure('not_found'),
    );
  });

  it('tells nobody: no news leaves it', async () => {
    await order(merged());
    expect(await test.sql.rows(`select event from platform.outbox`)).toEqual([]);
  });
});
