package tranche.portal.signin.page;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import tranche.portal.frame.page.Visitors;
import tranche.portal.session.domain.Visitor;

/** Gives a page's method its visitor. */
@Singleton
final class VisitorBinder implements TypedRequestArgumentBinder<Visitor> {

    @Override
    public Argument<Visitor> argumentType() {
        return Argument.of(Visitor.class);
    }

    @Override
    public BindingResult<Visitor> bind(ArgumentConversionContext<Visitor> context, HttpRequest<?> request) {
        return () -> Visitors.of(request);
    }
}
