package org.postern.vault;

import com.google.crypto.tink.subtle.Random;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The directory of key files, 32 random bytes each, shared by all nodes. Nothing is kept in memory: a key that another
 * node makes is seen at once, and one that it destroys is gone here too. On a file system without owner modes
 * (Windows) the modes are neither set nor checked.
 */
final class KeyDirectory {
    static final int KEY_BYTES = 32;
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rwx------");

    private final Path path;
    private final boolean modes;

    /**
     * Opens the directory, makes it if absent.
     *
     * @param databaseFolder where the database's own files lie, if they lie on this machine
     * @throws UnsafeKeys if others may look into it, or a copy of the database's folder would carry the keys along
     */
    KeyDirectory(Path path, @Nullable Path databaseFolder) {
        this.path = path.toAbsolutePath().normalize();
        if (databaseFolder != null) {
            Path database = databaseFolder.toAbsolutePath().normalize();
            if (this.path.startsWith(database) || database.startsWith(this.path)) {
                throw new UnsafeKeys("keys directory " + this.path + " and database folder " + database
                        + " must not lie in one another: a copy of one would hold both");
            }
        }
        try {
            Path parent = this.path.getParent();
            modes = Files.getFileStore(existing(this.path)).supportsFileAttributeView("posix");
            if (parent != null && !Files.exists(this.path)) {
                Files.createDirectories(parent);
                makeDirectory();
                sync(parent);
            }
            refuseUnlessOwnersAlone(this.path);
        } catch (IOException e) {
            throw new UncheckedIOException("keys directory " + this.path, e);
        }
    }

    /** @throws KeyFileMissing if there is none of that name */
    byte[] read(String name) {
        Path file = path.resolve(name);
        try {
            refuseUnlessOwnersAlone(file);
            byte[] key = Files.readAllBytes(file);
            if (key.length != KEY_BYTES) {
                throw new UnsafeKeys("key file " + file + " is damaged: it has " + key.length + " bytes, not 32");
            }
            return key;
        } catch (NoSuchFileException e) {
            throw new KeyFileMissing(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String name) {
        return Files.exists(path.resolve(name));
    }

    /** Makes a new key, durable before this returns; leaves one that is already there, whoever made it, as it is. */
    void createIfAbsent(String name) {
        try {
            Path fresh = path.resolve(UUID.randomUUID() + ".new");
            try (FileChannel file = FileChannel.open(
                    fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly("rw-------"))) {
                writeAll(file, Random.randBytes(KEY_BYTES));
            }
            try {
                // a link, not a rename: of two nodes that make the same key at once, one must lose
                Files.createLink(path.resolve(name), fresh);
            } catch (FileAlreadyExistsException e) {
                overwrite(fresh);
            }
            Files.delete(fresh);
            sync(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Overwrites a key and unlinks it, both durable before this returns; nothing happens if it is gone. Flash disks and
     * copying file systems may keep old blocks: the directory belongs on an encrypted volume.
     */
    void destroy(String name) {
        Path file = path.resolve(name);
        try {
            overwrite(file);
            Files.delete(file);
            sync(path);
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void makeDirectory() throws IOException {
        try {
            Files.createDirectory(path, ownerOnly("rwx------"));
        } catch (FileAlreadyExistsException e) {
            return; // another node was faster; its mode is checked next
        }
    }

    private void refuseUnlessOwnersAlone(Path file) throws IOException {
        if (modes && !OWNER_ALONE.containsAll(Files.getPosixFilePermissions(file))) {
            String mode = Files.isDirectory(file) ? "700" : "600";
            throw new UnsafeKeys(file + " can be reached by others than its owner: chmod " + mode + " " + file);
        }
    }

    private FileAttribute<?>[] ownerOnly(String mode) {
        return modes
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }

    private static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }

    private static void overwrite(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            writeAll(channel, new byte[KEY_BYTES]);
        }
    }

    private static void writeAll(FileChannel file, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            file.write(buffer);
        }
        file.force(true);
    }

    private void sync(Path directory) throws IOException {
        if (modes) { // Windows has no such call
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
