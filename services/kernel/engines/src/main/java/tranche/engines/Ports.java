package tranche.engines;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;

/** Ports of this machine; where no address is named, of 127.0.0.1. */
public final class Ports {

    /** Systems give clients ports from 32,768 on: one of those may be taken between a look at it and its use. */
    private static final int FIRST = 15_000;

    private static final int LAST = 32_767;

    /** Neighbouring processes begin their search apart. */
    private static final int APART = 61;

    private static int next = FIRST + (int) (ProcessHandle.current().pid() * APART % (LAST - FIRST));

    private Ports() {}

    /** Whether a server could listen on the port now. */
    public static boolean isFree(int port) {
        return isFree("127.0.0.1", port);
    }

    /**
     * Whether a server could listen on the port of that address now.
     *
     * @param host an address of this machine
     */
    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether a server takes connections on the port now. */
    public static boolean answers(int port) {
        try (Socket socket = new Socket(loopback(), port)) {
            return socket.isConnected();
        } catch (IOException silent) {
            return false;
        }
    }

    /**
     * As many ports that are free now and that no other call of any process of Tranche is given while this process lives. What
     * else runs on the machine is not met either, unless it starts to listen just then.
     */
    public static List<Integer> free(int count) {
        return IntStream.generate(() -> run(1)).limit(count).boxed().toList();
    }

    /** The first of so many ports in a row, all as {@link #free} gives them. */
    public static synchronized int run(int length) {
        for (int tried = 0; tried < LAST - FIRST; tried++) {
            if (next + length > LAST + 1) {
                next = FIRST;
            }
            int first = next;
            next++;
            if (IntStream.range(first, first + length).allMatch(port -> isFree(port) && Claims.isNew(port))) {
                next = first + length;
                return first;
            }
        }
        throw new EngineException("No " + length + " ports in a row are free on 127.0.0.1.");
    }

    /** For tests: where the search goes on. */
    static synchronized void beginAt(int port) {
        next = port;
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByName("127.0.0.1");
    }

    /** One byte of a file for each port, locked by the process that was given it: the system lets go with the process. */
    private static final class Claims {

        /** Never closed: with the first channel that a process closes, all its locks on the file are gone. */
        private static final FileChannel FILE = open();

        private static FileChannel open() {
            try {
                return FileChannel.open(
                        Path.of(
                                System.getProperty("java.io.tmpdir"),
                                "tranche-ports-" + System.getProperty("user.name")),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        static boolean isNew(int port) {
            try {
                return FILE.tryLock(port, 1, false) != null;
            } catch (OverlappingFileLockException ours) {
                return false;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
