import { constants, copyFile, type FileHandle, link, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";

/** Writes the pieces so that, after a kill or a power cut, the file is whole: either as it was or as it is now. */
export async function replaceFile(path: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<number> {
  const temporary = temporaryBeside(path);
  let bytes = 0;
  try {
    const file = await open(temporary, "wx", privateMode);
    try {
      for await (const piece of pieces) {
        await file.appendFile(piece);
        bytes += Buffer.byteLength(piece);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncDirectory(dirname(path));
  return bytes;
}

/** Makes `to` what `from` is now; `from` stays. */
export async function copyDurably(from: string, to: string): Promise<void> {
  const temporary = temporaryBeside(to);
  // A link costs nothing and is whole at once; file systems without links get a copy.
  await link(from, temporary).catch(async () => {
    await copyFile(from, temporary, constants.COPYFILE_EXCL);
    await withFile(temporary, "r+", (file) => file.sync());
  });
  await rename(temporary, to);
  // Renaming a link over another link to the same file leaves both.
  await rm(temporary, { force: true });
  await syncDirectory(dirname(to));
}

/** Makes names made, changed or removed in the directory outlive a power cut. Windows does so by itself. */
export async function syncDirectory(path: string): Promise<void> {
  if (process.platform === "win32") return;
  await withFile(path, "r", (file) => file.sync());
}

/** What a kill may leave behind, beside the file it was meant for. */
export function isTemporary(name: string): boolean {
  return name.includes(".new-");
}

/** What people did is for the bot's own account to read. */
export const privateMode = 0o600;

let made = 0;
function temporaryBeside(path: string): string {
  return `${path}.new-${process.pid}-${Date.now().toString(36)}-${++made}`;
}

async function withFile(path: string, flags: string, act: (file: FileHandle) => Promise<void>): Promise<void> {
  const file = await open(path, flags);
  try {
    await act(file);
  } finally {
    await file.close();
  }
}
