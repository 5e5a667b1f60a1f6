/** The room where a text becomes speech: a synthetic voice that stands in for a recorded one. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './programs.mjs';

/** Words a minute; the voice's own 175 is too quick to follow. */
const PACE = '150';

export async function makeRecording(source, target) {
  const text = (await readFile(source, 'utf8')).normalize('NFC');
  const directory = await mkdtemp(join(tmpdir(), 'demo-speech-'));
  try {
    const raw = join(directory, 'speech.wav');
    await run('espeak-ng', ['-v', 'vi', '-s', PACE, '-p', '42', '-g', '2', '-w', raw, '--stdin'], {
      input: text,
    });
    // Softer sibilants, broadcast loudness (EBU R 128, -18 LUFS for speech).
    const sound = 'highpass=f=90,lowpass=f=8000,loudnorm=I=-18:TP=-2:LRA=7';
    await run('ffmpeg', [
      ...['-y', '-i', raw, '-af', sound, '-ac', '1', '-ar', '24000'],
      ...['-c:a', 'libmp3lame', '-b:a', '48k', '-fflags', '+bitexact', target],
    ]);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
