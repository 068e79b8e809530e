package tranche.values.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FourEyesTest {

    private static final ContentHash DRAFT = ContentHash.of("{\"amount\":\"100.00\"}");
    private static final ContentHash EDITED = ContentHash.of("{\"amount\":\"100.01\"}");
    private static final Actor ANA = actor(1, 1);
    private static final Actor ANAS_OTHER_ACCOUNT = actor(11, 1);
    private static final Actor BEN = actor(2, 2);
    private static final Actor CHLOE = actor(3, 3);

    @Test
    @DisplayName("D-1: the maker does not approve, under whatever account")
    void the_maker_does_not_approve_under_any_account() {
        FourEyes made = FourEyes.madeBy(ANA.asMaker(), DRAFT);

        assertThat(made.mayBeApprovedBy(ANA)).isFalse();
        assertThat(made.mayBeApprovedBy(ANAS_OTHER_ACCOUNT)).isFalse();
        assertThat(made.mayBeApprovedBy(BEN)).isTrue();
        assertThatThrownBy(() -> made.approvedBy(ANAS_OTHER_ACCOUNT)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("D-1: who made it under an account that was found to be theirs only afterwards does not approve it")
    void who_is_found_to_be_the_maker_afterwards_does_not_approve() {
        FourEyes made = FourEyes.madeBy(ANA.asMaker(), DRAFT).editedBy(CHLOE.asMaker(), EDITED);
        Actor benWhoIsAna = new Actor(BEN.account(), BEN.person(), Set.of(BEN.account(), ANA.account()), Access.NONE);

        assertThat(made.mayBeApprovedBy(BEN)).isTrue();
        assertThat(made.mayBeApprovedBy(benWhoIsAna)).isFalse();
        assertThatThrownBy(() -> new Actor(BEN.account(), BEN.person(), Set.of(ANA.account()), Access.NONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("D-1: who edited it does not approve it, nor does the first maker")
    void neither_maker_nor_editor_approves() {
        FourEyes edited = FourEyes.madeBy(ANA.asMaker(), DRAFT).editedBy(BEN.asMaker(), EDITED);

        assertThat(edited.mayBeApprovedBy(ANA)).isFalse();
        assertThat(edited.mayBeApprovedBy(BEN)).isFalse();
        assertThat(edited.mayBeApprovedBy(CHLOE)).isTrue();
    }

    @Test
    @DisplayName(
            "D-2: who verified the milestone does not approve the call that it releases, and loses an approval given")
    void who_verified_does_not_approve() {
        FourEyes drafted = FourEyes.madeBy(Actor.SYSTEM.asMaker(), DRAFT);

        assertThat(drafted.restingOnVerificationBy(BEN.asMaker()).mayBeApprovedBy(BEN))
                .isFalse();
        assertThat(drafted.restingOnVerificationBy(BEN.asMaker()).mayBeApprovedBy(CHLOE))
                .isTrue();
        assertThat(drafted.approvedBy(BEN)
                        .restingOnVerificationBy(BEN.asMaker())
                        .approval())
                .isEmpty();
        assertThat(drafted.approvedBy(CHLOE)
                        .restingOnVerificationBy(BEN.asMaker())
                        .approval())
                .isPresent();
    }

    @Test
    @DisplayName("D-6: any edit voids the approval, even one that changes nothing")
    void an_edit_voids_the_approval() {
        FourEyes approved = FourEyes.madeBy(ANA.asMaker(), DRAFT).approvedBy(BEN);
        Approval given = approved.approval().orElseThrow();

        assertThat(approved.standsOn(given)).isTrue();
        assertThat(approved.editedBy(ANA.asMaker(), EDITED).standsOn(given)).isFalse();
        assertThat(approved.editedBy(ANA.asMaker(), DRAFT).standsOn(given)).isFalse();
    }

    @Test
    @DisplayName("D-6: an approval of another content cannot be written down")
    void an_approval_is_of_this_content() {
        var other = Optional.of(new Approval(BEN.asMaker(), EDITED));

        assertThatThrownBy(() -> new FourEyes(Set.of(ANA.asMaker()), DRAFT, other))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("D-7: the product itself never approves")
    void the_product_never_approves() {
        assertThat(FourEyes.madeBy(ANA.asMaker(), DRAFT).mayBeApprovedBy(Actor.SYSTEM))
                .isFalse();
    }

    @Test
    void a_content_hash_is_64_digits_in_lower_case() {
        assertThat(ContentHash.of("").hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(ContentHash.isWellFormed(DRAFT.hex().toUpperCase(Locale.ROOT)))
                .isFalse();
        assertThatThrownBy(() -> new ContentHash("e3b0")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Actor actor(long account, long person) {
        return new Actor(new UUID(1, account), new UUID(2, person), Access.NONE);
    }
}
