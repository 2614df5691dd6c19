import { CommandFailedError, runCommand, type SystemUser } from './run-command.ts';

async function findUser(name: string): Promise<SystemUser | undefined> {
  try {
    const [uid] = await runCommand('id', ['-u', name]);
    const [gid] = await runCommand('id', ['-g', name]);
    return { uid: Number(uid), gid: Number(gid) };
  } catch (error) {
    if (error instanceof CommandFailedError) return undefined;
    throw error;
  }
}

/**
 * The user PostgreSQL runs as when this process is root, which PostgreSQL refuses: `postgres`, made if it is missing.
 * Undefined when this process is not root.
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const present = await findUser('postgres');
  if (present) return present;
  await runCommand('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres']);
  const made = await findUser('postgres');
  if (!made) throw new Error('PostgreSQL does not run as root, and the user postgres could not be made.');
  return made;
}
