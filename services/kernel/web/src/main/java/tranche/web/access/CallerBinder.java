package tranche.web.access;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;

/** Gives a controller's method its caller. */
@Singleton
final class CallerBinder implements TypedRequestArgumentBinder<Caller> {

    /** The request's attribute that holds the caller once it is recognised. */
    static final String CALLER = "tranche.caller";

    @Override
    public Argument<Caller> argumentType() {
        return Argument.of(Caller.class);
    }

    @Override
    public BindingResult<Caller> bind(ArgumentConversionContext<Caller> context, HttpRequest<?> request) {
        return () -> request.getAttribute(CALLER, Caller.class);
    }
}
