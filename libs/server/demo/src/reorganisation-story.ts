/** The room of a told reorganisation: units by short names in a file, carried out through the domain's own commands. */
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { planStep, type ReorganisationInput, UNIT_KINDS, type UnitRow } from '@tap-huan/contract';
import { ReorganisationService, UnitService } from '@tap-huan/server/organisation';
import type { Actor, Tx } from '@tap-huan/server/platform';
import { z } from 'zod';

const unit = z.object({
  key: z.string(),
  code: z.string(),
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parent: z.string().nullable(),
  /** Place name on papers; inherited by the units below. */
  place: z.string().optional(),
  /** Where it began later than the story. */
  since: z.iso.date().optional(),
});
const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('merge'), unit: z.string(), into: z.string() }),
  z.object({ kind: z.literal('dissolve'), unit: z.string(), into: z.string() }),
  z.object({
    kind: z.literal('split'),
    unit: z.string(),
    parts: z.array(z.string()),
    main: z.string(),
  }),
  z.object({ kind: z.literal('rename'), unit: z.string(), name: z.string(), code: z.string() }),
]);
const story = z.object({
  note: z.string(),
  since: z.iso.date(),
  units: z.array(unit),
  reorganisations: z.array(
    z.object({
      title: z.string(),
      effectiveOn: z.iso.date(),
      legalBasis: z.string(),
      units: z.array(unit.extend({ parent: z.string() })),
      steps: z.array(step),
    }),
  ),
});
export type Story = z.output<typeof story>;

/** What the commands are reached through. */
export interface Hands {
  units: UnitService;
  reorganisations: ReorganisationService;
  write<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
}

/** A story of the shipped content, e.g. `binh-duong-2025.json`. */
export async function readStory(file: string): Promise<Story> {
  // Beside the bundle in the built product, in the library's folder otherwise.
  const folders = ['demo-content', '../content'].map((name) => join(import.meta.dirname, name));
  const path = folders.map((folder) => join(folder, file)).find((each) => existsSync(each));
  if (!path) throw new Error(`The story ${file} was not shipped.`);
  return story.parse(JSON.parse(await readFile(path, 'utf8')));
}

/** Makes the units that the story begins with. @returns ids by short name */
export function beginStory(told: Story, hands: Hands): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  return hands.write(async (tx) => {
    for (const { key, parent, since, code, name, kind, place } of told.units) {
      const parentId = parent === null ? null : idOf(ids, parent);
      const validFrom = since ?? told.since;
      const made: { code: string; name: string; kind: UnitRow['kind'] } = { code, name, kind };
      ids.set(key, await hands.units.create(tx, { ...made, place, parentId, validFrom }));
    }
    return ids;
  });
}

/** Orders what the story tells, one after the other. @returns the reorganisations' ids */
export async function playStory(
  told: Story,
  ids: Map<string, string>,
  hands: Hands,
  actor: Actor,
): Promise<string[]> {
  const done: string[] = [];
  for (const input of told.reorganisations.map((each) => inputOf(each, ids))) {
    const id = await hands.reorganisations.create(actor, input);
    await hands.reorganisations.order(actor, id, 1);
    done.push(id);
  }
  return done;
}

/** A chapter as the command takes it; ids of units that begin are drawn and kept. */
export function inputOf(
  { title, effectiveOn, legalBasis, units, steps }: Story['reorganisations'][number],
  ids: Map<string, string>,
): ReorganisationInput {
  for (const { key } of units) ids.set(key, ids.get(key) ?? randomUUID());
  const at = (key: string) => idOf(ids, key);
  return {
    title,
    effectiveOn,
    legalBasis,
    plan: {
      units: units.map(({ key, code, name, kind, parent }) => ({
        ...{ id: at(key), code, name, kind },
        parentId: at(parent),
      })),
      steps: steps.map((each) => {
        const unitId = at(each.unit);
        if (each.kind === 'rename') return planStep.parse({ ...each, unitId });
        if (each.kind !== 'split') return { kind: each.kind, unitId, intoId: at(each.into) };
        const parts = each.parts.map((key) => ({ unitId: at(key), officerIds: [] }));
        return { kind: each.kind, unitId, parts, mainId: at(each.main) };
      }),
    },
  };
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`The story knows no unit ${key}.`);
  return id;
}
