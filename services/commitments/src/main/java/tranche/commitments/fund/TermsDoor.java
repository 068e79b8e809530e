package tranche.commitments.fund;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import tranche.flow.proposal.Approvable;

/** The door of changes of terms; behind it are {@link TermsCommands}. */
@Factory
final class TermsDoor {

    @Singleton
    @Named("change-terms")
    Approvable changeTerms(TermsCommands terms) {
        return terms.door();
    }
}
