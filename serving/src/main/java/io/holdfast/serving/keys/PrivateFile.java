package io.holdfast.serving.keys;

import io.holdfast.scoring.fault.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that belongs to its owner alone, where the file system knows owners. */
final class PrivateFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private PrivateFile() {}

    static void createDirectories(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || Files.isDirectory(directory)) {
            return;
        }
        try {
            Files.createDirectories(directory, attributes("rwx------"));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static void createIfMissing(Path file, byte[] content) {
        try (SeekableByteChannel channel = Files.newByteChannel(
                file, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes("rw-------"))) {
            channel.write(ByteBuffer.wrap(content));
        } catch (FileAlreadyExistsException e) {
            // Somebody made it before: it is what was to be made.
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Whoever can write the file can let himself in. */
    static void requireUnalterableByOthers(Path file) {
        if (!POSIX) {
            return;
        }
        try {
            Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(file);
            if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                    || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
                throw new InputException(
                        "key_file_open_to_others",
                        file + " can be changed by other users (" + PosixFilePermissions.toString(permissions)
                                + "); expected: chmod 600 " + file.getFileName());
            }
        } catch (IOException e) {
            throw new InputException("not_readable", file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return POSIX
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static InputException unwritable(Path file, IOException cause) {
        return new InputException("not_writable", "cannot write " + file + ": " + cause.getMessage(), cause);
    }
}
