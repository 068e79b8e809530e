package tranche.web.command;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;
import tranche.world.ids.Ids;

/** Gives a controller's method the request that changes something. */
@Singleton
final class WriteBinder implements TypedRequestArgumentBinder<Write> {

    private final Ids ids;

    WriteBinder(Ids ids) {
        this.ids = ids;
    }

    @Override
    public Argument<Write> argumentType() {
        return Argument.of(Write.class);
    }

    @Override
    public BindingResult<Write> bind(ArgumentConversionContext<Write> context, HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> received)) {
            throw new IllegalStateException("a write is a request that was received");
        }
        Write write = new Write(received, ids.next());
        return () -> Optional.of(write);
    }
}
