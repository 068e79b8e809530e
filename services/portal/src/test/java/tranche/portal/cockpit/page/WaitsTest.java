package tranche.portal.cockpit.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tranche.portal.cockpit.page.OverviewModel.Wait;
import tranche.portal.raise.domain.CallStage;
import tranche.portal.raise.domain.CommitmentList.Waiting;
import tranche.portal.raise.domain.Funding.Drafts;
import tranche.portal.words.page.DateWords;
import tranche.portal.words.page.MoneyWords;
import tranche.portal.words.page.Texts;
import tranche.portal.words.page.Words;
import tranche.values.money.Money;

@DisplayName("What waits")
class WaitsTest {

    private static final Words WORDS = new Words(
            Texts.of(Locale.ENGLISH),
            MoneyWords.of(Locale.ENGLISH),
            DateWords.of(Locale.ENGLISH, ZoneOffset.UTC),
            Instant.parse("2026-05-10T00:00:00Z"));

    private static final UUID CALL = UUID.randomUUID();
    private static final Drafts DRAFT = new Drafts(CallStage.DRAFT, 1, Money.of("USD", "5.00"), CALL);
    private static final Drafts APPROVED = new Drafts(CallStage.APPROVED, 1, Money.of("USD", "6.00"), CALL);

    private static List<Wait> cards(int programmes, Drafts... drafts) {
        List<Waiting> waiting = IntStream.range(0, programmes)
                .mapToObj(place ->
                        new Waiting(UUID.randomUUID(), "Programme " + place, 1, List.of(Money.of("USD", "1.00")), 0))
                .toList();
        return new Waits(waiting, List.of(drafts), UUID.randomUUID()).cards(WORDS);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 9})
    void has_a_place_for_calls_however_many_programmes_have_commitments_to_accept(int programmes) {
        List<Wait> cards = cards(programmes, DRAFT);

        assertThat(cards).hasSizeLessThanOrEqualTo(3);
        assertThat(cards.getLast().address()).isEqualTo("/calls/" + CALL);
        assertThat(cards)
                .filteredOn(card -> card.address().startsWith("/commitments"))
                .hasSize(Math.min(programmes, 2));
    }

    @Test
    @DisplayName("one approved call is one click away from the page that issues it, several from their list")
    void leads_to_the_issue_of_an_approved_call() {
        assertThat(cards(1, APPROVED)).last().satisfies(card -> {
            assertThat(card.what()).isEqualTo("1 call to issue");
            assertThat(card.how()).isEqualTo("$6");
            assertThat(card.address()).isEqualTo("/calls/" + CALL + "/issue");
        });
        assertThat(cards(2, DRAFT, APPROVED))
                .extracting(Wait::address)
                .hasSize(3)
                .endsWith("/calls/" + CALL, "/calls/" + CALL + "/issue");
        assertThat(cards(0, new Drafts(CallStage.APPROVED, 3, Money.of("USD", "6.00"), CALL)))
                .extracting(Wait::address)
                .containsExactly("/calls?state=approved");
    }

    @Test
    void joins_what_does_not_fit() {
        assertThat(cards(3))
                .hasSize(3)
                .noneSatisfy(card -> assertThat(card.about()).contains("other programmes"));
        assertThat(cards(4)).hasSize(3);
        assertThat(cards(4).getLast().about()).contains("2 other programmes");
        assertThat(cards(3, DRAFT).get(1).about()).contains("2 other programmes");
    }
}
