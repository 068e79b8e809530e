package tranche.engines.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;
import tranche.engines.EngineException;
import tranche.engines.Folders;

/** PostgreSQL's programs, unpacked once from the archive on the class path. */
final class PostgresBinaries {

    /** Enough of the archive's hash to tell two releases apart in a folder's name. */
    private static final int NAME_DIGITS = 12;

    private static final int OWNER_EXECUTES = 0100;

    private final Path folder;

    private PostgresBinaries(Path folder) {
        this.folder = folder;
    }

    /**
     * Unpacks the programs where they are not there yet. Two JVMs may do so at once: the first to finish wins.
     *
     * @param cache a folder that may be deleted at any time while no server runs
     */
    static PostgresBinaries in(Path cache) {
        String archive = archiveName();
        try {
            Path unpacked = cache.resolve("postgres-" + hash(archive));
            if (!Files.isDirectory(unpacked)) {
                Files.createDirectories(cache);
                Path beside = Files.createTempDirectory(cache, "unpacking-");
                unpack(archive, beside);
                keepFirst(beside, unpacked);
            }
            return new PostgresBinaries(unpacked.toRealPath());
        } catch (IOException failed) {
            throw new EngineException("Cannot unpack PostgreSQL into " + cache + ": " + failed.getMessage(), failed);
        }
    }

    /** The path of {@code postgres}, {@code initdb} or {@code pg_ctl}. */
    String program(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static String archiveName() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
        return "/postgres-" + system + "-" + processor + ".txz";
    }

    private static InputStream open(String archive) {
        InputStream stream = PostgresBinaries.class.getResourceAsStream(archive);
        if (stream == null) {
            throw new EngineException("This build has no PostgreSQL for this kind of machine (" + archive
                    + "). Run a PostgreSQL of your own and name it with --postgres.");
        }
        return stream;
    }

    private static String hash(String archive) throws IOException {
        try (DigestInputStream stream = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            stream.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(stream.getMessageDigest().digest()).substring(0, NAME_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    private static void unpack(String archive, Path target) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(open(archive))))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new EngineException(
                            "The archive of PostgreSQL names a path outside of it: " + entry.getName());
                }
                write(tar, entry, path);
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & OWNER_EXECUTES) != 0) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(path));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            Files.setPosixFilePermissions(path, permissions);
        }
    }

    private static void keepFirst(Path beside, Path unpacked) throws IOException {
        try {
            Files.move(beside, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException refused) {
            if (!Files.isDirectory(unpacked)) {
                throw refused;
            }
            Folders.delete(beside);
        }
    }
}
