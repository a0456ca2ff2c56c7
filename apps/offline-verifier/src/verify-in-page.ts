/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { registerReducers } from '@liggare/bundle/reducers';
import {
  FilesInMemory,
  LEVELS,
  MissingFile,
  STATUS_WORDS,
  verifyBundle,
  type BundleFiles,
  type Verdict,
} from '@liggare/verifier';

/** A folder that the user has chosen. */
class ChosenFolder implements BundleFiles {
  private readonly files: ReadonlyMap<string, File>;

  constructor(chosen: FileList) {
    // The folder's own name comes first in each path.
    this.files = new Map([...chosen].map((file) => [file.webkitRelativePath.split('/').slice(1).join('/'), file]));
  }

  paths(): Promise<readonly string[]> {
    return Promise.resolve([...this.files.keys()]);
  }

  async read(path: string): Promise<Uint8Array> {
    return new Uint8Array(await this.file(path).arrayBuffer());
  }

  async *pieces(path: string): AsyncGenerator<Uint8Array> {
    const reader = this.file(path).stream().getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  }

  private file(path: string): File {
    const file = this.files.get(path);
    if (!file) throw new MissingFile(path);
    return file;
  }
}

const byId = (id: string) => document.getElementById(id)!;

function element(name: string, text = '', attributes: Readonly<Record<string, string>> = {}): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function show({ origin, size, root, levels, exitCode }: Verdict): void {
  const result = byId('result');
  result.replaceChildren();
  result.dataset['exitCode'] = String(exitCode);
  if (origin !== undefined) {
    const same = 'Jämför med raderna i protokollet · Compare with the lines in the minutes:';
    result.append(element('p', same), element('pre', `${origin}\n${size}\n${root}`));
  }
  const table = element('table');
  for (const { level, status, count, problems, notes } of levels) {
    const row = element('tr', '', { 'data-status': status, 'data-level': String(level) });
    const what = element('td', LEVELS[level]!.sv);
    what.append(element('div', LEVELS[level]!.en, { lang: 'en', class: 'en' }));
    const list = element('ul');
    for (const problem of problems) list.append(element('li', `${problem.where}: ${problem.what}`, { lang: 'en' }));
    if (count > problems.length) list.append(element('li', `… ${count - problems.length}`));
    for (const note of notes) list.append(element('li', note, { lang: 'en', class: 'en' }));
    what.append(list);
    const words = STATUS_WORDS[status];
    row.append(
      element('th', `L${level}`, { scope: 'row' }),
      element('td', `${words.sv} · ${words.en}`, { class: 'status' }),
      what,
    );
    table.append(row);
  }
  result.append(table);
}

async function textOf(id: string): Promise<string | undefined> {
  return (byId(id) as HTMLInputElement).files?.[0]?.text();
}

async function examine(): Promise<void> {
  const chosen = (byId('bundle') as HTMLInputElement).files;
  if (!chosen) return;
  const progress = byId('progress');
  const [policy, pinned] = [await textOf('policy'), await textOf('pinned')];
  progress.textContent = '…';
  const verdict = await verifyBundle(new ChosenFolder(chosen), {
    reducers: registerReducers,
    ...(policy === undefined ? {} : { policy }),
    ...(pinned === undefined ? {} : { pinned }),
    progress: (events, size) => (progress.textContent = `${events} / ${size}`),
  });
  progress.textContent = '';
  show(verdict);
}

byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void examine();
});

/** For whoever wants to examine from a console or a program: the files by path, and the text of a policy. */
Object.assign(globalThis, {
  examineBundle: (files: ReadonlyMap<string, Uint8Array>, policy?: string) =>
    verifyBundle(new FilesInMemory(files), { reducers: registerReducers, ...(policy === undefined ? {} : { policy }) }),
});
