package tranche.world.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Gathers a body up to a limit. Its signals come one after the other, so it needs no lock. */
final class WholeBody implements Flow.Subscriber<List<ByteBuffer>> {

    private final int most;
    private final ByteArrayOutputStream gathered = new ByteArrayOutputStream();
    private final CompletableFuture<byte[]> bytes = new CompletableFuture<>();
    private Flow.@Nullable Subscription subscription;

    WholeBody(int most) {
        this.most = most;
    }

    CompletableFuture<byte[]> bytes() {
        return bytes;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        for (ByteBuffer piece : pieces) {
            if (gathered.size() + piece.remaining() > most) {
                if (subscription != null) {
                    subscription.cancel();
                }
                bytes.completeExceptionally(
                        new HttpCalls.NoReply(new IOException("a body of more than " + most + " bytes")));
                return;
            }
            byte[] part = new byte[piece.remaining()];
            piece.get(part);
            gathered.writeBytes(part);
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.completeExceptionally(new HttpCalls.NoReply(failure));
    }

    @Override
    public void onComplete() {
        bytes.complete(gathered.toByteArray());
    }
}
