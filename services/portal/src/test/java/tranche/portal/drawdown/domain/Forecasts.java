package tranche.portal.drawdown.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tranche.portal.drawdown.domain.Forecast.Change;
import tranche.portal.drawdown.domain.Forecast.Share;
import tranche.portal.raise.domain.Certainty;
import tranche.values.money.Money;

/** Forecasts as they were told, for tests. */
final class Forecasts {

    static final Instant TOLD = Instant.parse("2026-03-01T10:00:00Z");

    private Forecasts() {}

    static UUID id(long number) {
        return new UUID(0x018f_0000_0000_7000L, 0x8000_0000_0000_0000L | number);
    }

    static Share usd(String day, String amount) {
        return new Share(LocalDate.parse(day), Money.of("USD", amount));
    }

    /** @param milestone that moved it; 0 where none did */
    static Forecast forecast(Optional<Share> before, Optional<Share> now, long milestone) {
        Change change = before.isEmpty()
                ? Change.ADDED
                : now.isEmpty()
                        ? Change.REMOVED
                        : before.equals(now)
                                ? Change.NONE
                                : before.get().due().equals(now.get().due()) ? Change.RESIZED : Change.MOVED;
        return new Forecast(
                id(1),
                id(2),
                now,
                before,
                Certainty.ON_PLAN,
                false,
                Optional.empty(),
                change,
                milestone == 0 || change == Change.NONE
                        ? List.of()
                        : List.of(new Forecast.Cause(id(milestone), 10, Optional.empty())),
                TOLD);
    }

    /** The same once its call is issued. */
    static Forecast called(Forecast forecast) {
        return new Forecast(
                forecast.fund(),
                forecast.tranche(),
                forecast.expected(),
                forecast.before(),
                forecast.certainty(),
                true,
                forecast.waitsFor(),
                forecast.change(),
                forecast.causes(),
                forecast.told());
    }
}
