package tranche.testkit.canary.finch.nest.api;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import tranche.testkit.house.Breaks;

/** Each method touches a file, or could. */
@Breaks("nobody but world touches a file")
final class OwnFiles {

    private OwnFiles() {}

    static String read(Path path) throws IOException {
        return Files.readString(path);
    }

    static File file(String name) {
        return new File(name);
    }

    static InputStream in(String name) throws IOException {
        return new FileInputStream(name);
    }

    static OutputStream out(String name) throws IOException {
        return new FileOutputStream(name);
    }

    static FileChannel channel(Path path) throws IOException {
        return FileChannel.open(path);
    }

    static RandomAccessFile access(String name) throws IOException {
        return new RandomAccessFile(name, "r");
    }
}
