package tranche.portal.raise.page;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tranche.portal.frame.page.Pages;
import tranche.portal.session.domain.Visitor;
import tranche.portal.words.page.AmountText;
import tranche.portal.words.page.AmountWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Words;
import tranche.values.money.Currency;

/**
 * What an amount is understood to be while it is typed: in full and in words, to stand below its field. A form with several such
 * fields names the one that is asked for.
 */
@Controller("/amounts")
@ExecuteOn(TaskExecutors.BLOCKING)
public final class AmountEcho {

    private final Pages pages;

    AmountEcho(Pages pages) {
        this.pages = pages;
    }

    @Get(produces = MediaType.TEXT_HTML)
    public HttpResponse<?> of(
            HttpRequest<?> request, Visitor visitor, @QueryValue String currency, @QueryValue @Nullable String of) {
        Optional<Currency> known =
                Optional.of(currency).filter(Currency::isKnown).map(Currency::new);
        Words words = Words.of(
                visitor.reader(),
                MoneyWords.of(visitor.locale(), known.map(List::of).orElse(List.of())),
                pages.words(visitor.reader()).now());
        String field = Optional.ofNullable(of).orElse("amount");
        String typed = request.getParameters().getFirst(field).orElse("").strip();
        String echo = known.flatMap(one -> AmountText.parse(typed, one, visitor.locale()))
                .map(money -> AmountWords.of(money, words))
                .orElseGet(() -> typed.isEmpty() ? "" : words.say("commitment.field.amount.unreadable"));
        return pages.page(request, "raise/echo.jte", echo);
    }
}
