// Councils to test on: each in a folder of its own, served by the real program on a free port.
import { spawn, execFileSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const program = process.env.GOLDENTHREAD ?? join(root, 'build/goldenthread');

// Figures that Trafford council published; beside the project on some machines only.
const published = join(root, '../shared/data/trafford_kpis');
export const hasTrafford = existsSync(published);

const folders = [];
const servers = [];

export function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'goldenthread-'));
  folders.push(folder);
  return folder;
}

// Runs the program to its end; throws with what it said when it fails.
export function run(...words) {
  return execFileSync(program, words, { encoding: 'utf8', maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'pipe'] });
}

export function demoCouncil() {
  const data = newFolder();
  run('demo', '--data', data);
  return serve(data);
}

export function emptyCouncil() {
  return serve(newFolder());
}

export function traffordCouncil() {
  const data = newFolder();
  run('import', '--data', data, '--area', 'E08000009', ...csvFiles(published));
  return serve(data);
}

// Every word in it is script, SQL or a formula.
export function naughtyCouncil() {
  const folder = newFolder();
  const env = { ...process.env, GOLDENTHREAD: program };
  execFileSync('/usr/bin/python3', [join(root, 'tests/support/naughty_council.py'), folder], { env });
  return serve(join(folder, 'data'));
}

function csvFiles(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: false }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return csvFiles(path);
    return entry.name.endsWith('.csv') ? [path] : [];
  });
}

// Answers when the program says where it listens: { address, log() }.
async function serve(data) {
  const server = spawn(program, ['serve', '--data', data, '--listen', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'pipe'] });
  servers.push(server);
  const log = [];
  createInterface({ input: server.stderr }).on('line', (line) => log.push(line));
  const address = await new Promise((found, failed) => {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const match = line.match(/http:\/\/[^/\s]+/);
      if (match) found(match[0]);
    });
    server.on('exit', (code) => failed(new Error(`goldenthread serve ended with ${code}: ${log.join('\n')}`)));
  });
  return { address, data, log: () => log };
}

export async function stopAll() {
  await Promise.all(servers.map((server) => new Promise((done) => {
    if (server.exitCode !== null) return done();
    server.on('exit', done);
    server.kill('SIGTERM');
  })));
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

// A file for a test that brings one in.
export function fileWith(name, text) {
  const path = join(newFolder(), name);
  writeFileSync(path, text);
  return path;
}
