package tranche.launcher.openapi;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Reads a body that has no end up to its first event, and then hangs up. */
final class FirstWords implements BodySubscriber<String> {

    private final CompletableFuture<String> body = new CompletableFuture<>();
    private final StringBuilder said = new StringBuilder();
    private @Nullable Subscription subscription;

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> bytes) {
        bytes.forEach(buffer -> said.append(StandardCharsets.UTF_8.decode(buffer)));
        if (said.indexOf("\ndata: ") >= 0 && subscription != null) {
            subscription.cancel();
            body.complete(said.toString());
        }
    }

    @Override
    public void onError(Throwable failed) {
        body.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        body.complete(said.toString());
    }
}
