package tranche.web.body;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.MemoryFileUpload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the parts of a form as the decoder meets them: texts are held, files handed on. */
final class FormParts extends DefaultHttpDataFactory {

    /** The longest text of the contract's forms, and some. */
    private static final int LONGEST_TEXT_BYTES = 64 * 1024;

    private final String file;
    private final Consumer<ByteBuffer> sink;
    private final Set<String> files = new TreeSet<>();
    private final Set<String> repeated = new TreeSet<>();
    private String fileName = "";

    FormParts(String file, Consumer<ByteBuffer> sink) {
        super(false);
        setMaxLimit(LONGEST_TEXT_BYTES);
        this.file = file;
        this.sink = sink;
    }

    boolean hasFile() {
        return files.contains(file);
    }

    /** What the form calls the file; empty where it calls it nothing. */
    String fileName() {
        return fileName;
    }

    /** Files that nobody asked for. */
    Set<String> others() {
        Set<String> others = new TreeSet<>(files);
        others.remove(file);
        return others;
    }

    /** Files that came twice. */
    Set<String> repeated() {
        return repeated;
    }

    @Override
    public FileUpload createFileUpload(
            HttpRequest request,
            String name,
            String filename,
            @Nullable String contentType,
            @Nullable String contentTransferEncoding,
            @Nullable Charset charset,
            long size) {
        boolean isFirst = files.add(name);
        if (!isFirst) {
            repeated.add(name);
        }
        if (isFirst && name.equals(file)) {
            fileName = filename;
        }
        Consumer<ByteBuffer> to = isFirst && name.equals(file) ? sink : _ -> {};
        return new Passing(name, filename, contentType, contentTransferEncoding, charset, to);
    }

    /** A file whose bytes go on as they come. */
    private static final class Passing extends MemoryFileUpload {

        private final Consumer<ByteBuffer> to;

        /** The size that the part states of itself is left open: its end tells it. */
        Passing(
                String name,
                String filename,
                @Nullable String contentType,
                @Nullable String contentTransferEncoding,
                @Nullable Charset charset,
                Consumer<ByteBuffer> to) {
            super(name, filename, contentType, contentTransferEncoding, charset, 0);
            this.to = to;
        }

        @Override
        public void addContent(@Nullable ByteBuf buffer, boolean last) throws IOException {
            if (buffer != null) {
                try {
                    to.accept(buffer.nioBuffer());
                } finally {
                    buffer.release();
                }
            }
            if (last) {
                setCompleted();
            }
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
